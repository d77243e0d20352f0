using Aurora.Benchmarks.Fixtures;
using Microsoft.AspNetCore.Http;

namespace Aurora.Benchmarks.Serving;

/// <summary>Returns the videos with the requested ids after a delay.</summary>
internal sealed class SlowEndpoint(VideoFixture fixture)
{
    public static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(50);

    private readonly Dictionary<Guid, byte[]> _videos = fixture.Ids.Zip(fixture.Elements).ToDictionary(video => video.First, video => video.Second);

    public async Task AnswerAsync(HttpContext context)
    {
        await Task.Delay(Delay, context.RequestAborted);
        var asked = context.Request.Query["ids"].ToString().Split(',').Select(id => _videos[Guid.Parse(id)]);
        var body = VideoFixture.List(asked);
        ListEndpoint.Describe(context.Response, body.Length);
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
