using System.Net;
using Aurora.Testing.Faults;
using Microsoft.AspNetCore.Http;
using WireMock;
using WireMock.ResponseProviders;
using WireMock.Settings;

namespace Aurora.Testing.Serving;

/// <summary>The one place where WireMock.Net hands over a request: log it, find the answer, send it or what disturbs it.</summary>
internal sealed class AuroraResponseProvider(Router router, RequestLog log, FaultPlan faults, AuroraServerOptions options, CancellationToken stopping)
    : IResponseProvider
{
    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly Action<AuroraAnsweredRequest>? _answered = options.OnRequestAnswered;

    public async Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(
        IMapping mapping, HttpContext context, IRequestMessage requestMessage, WireMockServerSettings settings)
    {
        var started = _clock.GetTimestamp();
        var request = new ReceivedRequest(context.Request);
        var entry = log.Add(request);
        var fault = Fault(entry);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var wire = new FaultContext(context, () => router.Answer(request), _clock, ended.Token);
        try
        {
            await (fault is null ? wire.SendAsync() : fault.Send(wire)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && ended.IsCancellationRequested)
        {
            // The client has gone, which is for it to say, or the server stops, which would wait half a minute for a connection that stalls.
            context.Abort();
        }

        Tell(new AuroraAnsweredRequest
        {
            Request = entry,
            Status = wire.SentStatus,
            Fault = fault?.ToString(),
            Elapsed = _clock.GetElapsedTime(started),
        });
        // Everything has been sent: WireMock.Net would keep a copy of each body.
        return (null!, null);
    }

    private AuroraFault? Fault(AuroraRequestLogEntry entry)
    {
        try
        {
            return faults.Take(entry);
        }
        catch (Exception exception)
        {
            return AuroraFault.Status(HttpStatusCode.InternalServerError, $"A predicate of the test threw {exception.GetType().Name} for {entry}: {exception.Message}");
        }
    }

    private void Tell(AuroraAnsweredRequest answered)
    {
        try
        {
            _answered?.Invoke(answered);
        }
        catch (Exception)
        {
            // A screen that fails must not disturb an answer that has been sent.
        }
    }
}
