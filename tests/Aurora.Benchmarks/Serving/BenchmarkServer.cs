using System.Net;
using Aurora.Benchmarks.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Aurora.Benchmarks.Serving;

/// <summary>Answers as the API does, as fast as Kestrel can: the bytes are there before the first request.</summary>
internal static class BenchmarkServer
{
    /// <summary>The argument that makes a process the server.</summary>
    public const string Command = "serve";

    /// <summary>Serves until the standard input ends.</summary>
    public static async Task RunAsync()
    {
        var bodies = VideoFixture.Sizes.ToDictionary(size => $"/{size}/api/aurora/", size => VideoFixture.Of(size).Json);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        app.Run(context => bodies.TryGetValue(context.Request.Path.Value!, out var body) ? AnswerAsync(context.Response, body) : RefuseAsync(context.Response));
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Urls.Single()).Port);
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static Task AnswerAsync(HttpResponse response, byte[] body)
    {
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body).AsTask();
    }

    private static Task RefuseAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
