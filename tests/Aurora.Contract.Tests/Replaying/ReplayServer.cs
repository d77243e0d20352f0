using System.Collections.Concurrent;
using System.Net;
using Aurora.Testing.Serving;
using Microsoft.AspNetCore.Http;
using WireMock;
using WireMock.ResponseProviders;
using WireMock.Server;
using WireMock.Settings;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>A server that sends configurable responses and records the requests.</summary>
internal sealed class ReplayServer : IResponseProvider, IDisposable
{
    private readonly ConcurrentQueue<SentRequest> _requests = new();
    private readonly WireMockServer _server;

    public ReplayServer() => (_server, BaseAddress) = WireServer.Start(IPAddress.Loopback, port: 0, this);

    public Uri BaseAddress { get; }

    public Func<SentRequest, FakeResponse> Respond { get; set; } = _ => FakeResponse.Ok([]);

    /// <summary>Returns the requests since the last call.</summary>
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
        var request = SentRequest.Of(new ReceivedRequest(context.Request, requestMessage.BodyAsBytes));
        _requests.Enqueue(request);
        var response = Respond(request);
        context.Response.StatusCode = (int)response.Status;
        context.Response.ContentType = "application/json";
        if (response.Body.Length > 0)
            await context.Response.Body.WriteAsync(response.Body, context.RequestAborted);
        // Without a message, WireMock.Net sends nothing.
        return (null!, null);
    }

    public void Dispose()
    {
        _server.Stop();
        _server.Dispose();
    }
}
