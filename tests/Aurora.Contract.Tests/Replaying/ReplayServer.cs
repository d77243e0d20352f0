using System.Collections.Concurrent;
using System.Net;
using Aurora.Document;
using Aurora.Testing.Serving;
using Microsoft.AspNetCore.Http;
using WireMock;
using WireMock.ResponseProviders;
using WireMock.Server;
using WireMock.Settings;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Answers whatever it is told to, and keeps what it was asked.</summary>
internal sealed class ReplayServer : IResponseProvider, IDisposable
{
    private readonly ConcurrentQueue<SentRequest> _requests = new();
    private readonly WireMockServer _server;

    public ReplayServer() => _server = WireServer.Start(new ServerEndpoint(IPAddress.Loopback, 0), this);

    public Uri BaseAddress => new($"http://127.0.0.1:{_server.Port}/");

    public Func<SentRequest, Answer> Answer { get; set; } = _ => Testing.Serving.Answer.Ok([]);

    /// <summary>The requests since it was asked last.</summary>
    public IReadOnlyList<SentRequest> TakeRequests()
    {
        List<SentRequest> taken = [];
        while (_requests.TryDequeue(out var request))
            taken.Add(request);
        return taken;
    }

    public async Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(
        IMapping mapping, HttpContext context, IRequestMessage requestMessage, WireMockServerSettings settings)
    {
        var request = SentRequest.Of(new ReceivedRequest(context.Request));
        _requests.Enqueue(request);
        var answer = Answer(request);
        context.Response.StatusCode = (int)answer.Status;
        context.Response.ContentType = "application/json";
        if (answer.Body.Length > 0)
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
        // WireMock.Net writes nothing more when there is no message.
        return (null!, null);
    }

    public void Dispose()
    {
        _server.Stop();
        _server.Dispose();
    }
}
