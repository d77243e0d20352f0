using System.Net;
using Aurora.Benchmarks.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Aurora.Benchmarks.Serving;

/// <summary>A server that sends the responses of the API as fast as Kestrel can. The bytes are prepared before the first request.</summary>
internal static class BenchmarkServer
{
    /// <summary>The argument that runs the server in a process.</summary>
    public const string Command = "serve";

    /// <summary>Runs the server until the standard input ends.</summary>
    public static async Task RunAsync()
    {
        var endpoints = Endpoints();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            var certificate = ServerCertificate.Create();
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            foreach (var protocols in (HttpProtocols[])[HttpProtocols.Http1, HttpProtocols.Http2])
            {
                kestrel.Listen(IPAddress.Loopback, 0, listen =>
                {
                    listen.Protocols = protocols;
                    listen.UseHttps(certificate);
                });
            }
        });
        await using var app = builder.Build();
        app.Run(context => endpoints.GetValueOrDefault(context.Request.Path.Value!, RefuseAsync)(context));
        await app.StartAsync();
        Console.WriteLine(string.Join(' ', app.Urls.Select(url => new Uri(url).Port)));
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static Dictionary<string, RequestDelegate> Endpoints()
    {
        var large = VideoFixture.Of(VideoFixture.Large);
        var byPiece = new PieceByPieceEndpoint(large);
        var endpoints = new Dictionary<string, RequestDelegate>
        {
            [ServerPath.List(ServerPath.Slow)] = new SlowEndpoint(large).AnswerAsync,
            [ServerPath.List(ServerPath.Waiting)] = new WaitingEndpoint(VideoFixture.Of(VideoFixture.Small)).AnswerAsync,
            [ServerPath.List(ServerPath.ByPiece)] = byPiece.AnswerAsync,
            [ServerPath.NextPiece] = byPiece.SendNextAsync,
            [ServerPath.List(ServerPath.Account(VideoFixture.Huge))] = new ListEndpoint(large, VideoFixture.Huge / VideoFixture.Large).AnswerAsync,
        };
        foreach (var size in (int[])[0, VideoFixture.Few, VideoFixture.Small, VideoFixture.Medium, VideoFixture.Large])
            endpoints[ServerPath.List(ServerPath.Account(size))] = new ListEndpoint(VideoFixture.Of(size)).AnswerAsync;
        return endpoints;
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
