using System.Collections.Concurrent;
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

    public ReplayServer() => _server = LoopbackServer.Start(0, this);

    public Uri BaseAddress => new($"http://127.0.0.1:{_server.Port}/");

    public Func<SentRequest, Answer> Answer { get; set; } = _ => Testing.Serving.Answer.Ok("");

    /// <summary>The requests since it was asked last.</summary>
    public IReadOnlyList<SentRequest> TakeRequests()
    {
        List<SentRequest> taken = [];
        while (_requests.TryDequeue(out var request))
            taken.Add(request);
        return taken;
    }

    public Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(
        IMapping mapping, HttpContext context, IRequestMessage requestMessage, WireMockServerSettings settings)
    {
        var request = SentRequest.Of(new ReceivedRequest(context.Request));
        _requests.Enqueue(request);
        return Task.FromResult<(IResponseMessage, IMapping?)>((Answer(request).ToMessage(), null));
    }

    public void Dispose()
    {
        _server.Stop();
        _server.Dispose();
    }
}
