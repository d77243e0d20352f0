using Aurora.Benchmarks.Fixtures;
using Microsoft.AspNetCore.Http;

namespace Aurora.Benchmarks.Serving;

/// <summary>Sends a prepared list with its length, as Django does.</summary>
/// <param name="fixture">The videos.</param>
/// <param name="repetitions">The number of times to repeat the videos, for a list that no process should hold in memory.</param>
internal sealed class ListEndpoint(VideoFixture fixture, int repetitions = 1)
{
    private readonly List<ReadOnlyMemory<byte>> _pieces = Pieces(fixture.Json, repetitions);

    public async Task AnswerAsync(HttpContext context)
    {
        Describe(context.Response, _pieces.Sum(piece => (long)piece.Length));
        foreach (var piece in _pieces)
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
    }

    public static void Describe(HttpResponse response, long length)
    {
        response.ContentType = "application/json";
        response.ContentLength = length;
    }

    private static List<ReadOnlyMemory<byte>> Pieces(byte[] json, int repetitions)
    {
        if (repetitions == 1)
            return [json];
        var pieces = new List<ReadOnlyMemory<byte>> { json.AsMemory(..^1) };
        byte[] next = [(byte)',', .. json.AsSpan(1, json.Length - 2)];
        pieces.AddRange(Enumerable.Repeat<ReadOnlyMemory<byte>>(next, repetitions - 1));
        pieces.Add(json.AsMemory(^1..));
        return pieces;
    }
}
