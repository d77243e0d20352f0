using Aurora.Benchmarks.Fixtures;
using Microsoft.AspNetCore.Http;

namespace Aurora.Benchmarks.Serving;

/// <summary>Returns a small account after a long wait.</summary>
internal sealed class WaitingEndpoint(VideoFixture fixture)
{
    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    public async Task AnswerAsync(HttpContext context)
    {
        await Task.Delay(Delay, context.RequestAborted);
        ListEndpoint.Describe(context.Response, fixture.Json.Length);
        await context.Response.Body.WriteAsync(fixture.Json, context.RequestAborted);
    }
}
