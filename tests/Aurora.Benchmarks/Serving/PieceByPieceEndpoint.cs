using System.Globalization;
using System.Threading.Channels;
using Aurora.Benchmarks.Fixtures;
using Microsoft.AspNetCore.Http;

namespace Aurora.Benchmarks.Serving;

/// <summary>Sends a list in pieces on request, so that the exact number of sent bytes is known.</summary>
internal sealed class PieceByPieceEndpoint(VideoFixture fixture)
{
    private const int PieceLength = 1024;

    private readonly Channel<bool> _asked = Channel.CreateUnbounded<bool>();
    private readonly Channel<int> _sent = Channel.CreateUnbounded<int>();

    public async Task AnswerAsync(HttpContext context)
    {
        ListEndpoint.Describe(context.Response, fixture.Json.Length);
        await context.Response.StartAsync(context.RequestAborted);
        for (var total = 0; total < fixture.Json.Length;)
        {
            await _asked.Reader.ReadAsync(context.RequestAborted);
            var piece = fixture.Json.AsMemory(total, Math.Min(PieceLength, fixture.Json.Length - total));
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            total += piece.Length;
            _sent.Writer.TryWrite(total);
        }
    }

    /// <summary>Sends one more piece, and then returns the total number of bytes.</summary>
    public async Task SendNextAsync(HttpContext context)
    {
        _asked.Writer.TryWrite(true);
        var total = await _sent.Reader.ReadAsync(context.RequestAborted);
        await context.Response.WriteAsync(total.ToString(CultureInfo.InvariantCulture), context.RequestAborted);
    }
}
