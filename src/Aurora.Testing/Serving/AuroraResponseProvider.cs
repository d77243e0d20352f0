using Microsoft.AspNetCore.Http;
using WireMock;
using WireMock.ResponseProviders;
using WireMock.Settings;

namespace Aurora.Testing.Serving;

/// <summary>Handles every request that WireMock.Net receives: logs it, and sends the normal response or a fault.</summary>
internal sealed class AuroraResponseProvider(Router router, RequestLog log, FaultPlan faults, AuroraServerOptions options, CancellationToken stopping)
    : IResponseProvider
{
    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly Action<AuroraCompletedRequest>? _completed = options.OnRequestCompleted;

    public async Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(
        IMapping mapping, HttpContext context, IRequestMessage requestMessage, WireMockServerSettings settings)
    {
        var started = _clock.GetTimestamp();
        var request = new ReceivedRequest(context.Request, requestMessage.BodyAsBytes);
        var entry = log.Add(request);
        var fault = Fault(entry);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var connection = new FaultContext(context, () => router.Respond(request), _clock, stop.Token);
        try
        {
            await (fault is null ? connection.SendAsync() : fault.Send(connection)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && stop.IsCancellationRequested)
        {
            // Without the abort, a stopping server would wait 30 seconds for a stalled connection.
            context.Abort();
        }

        Notify(new AuroraCompletedRequest
        {
            Request = entry,
            Status = connection.SentStatus,
            Fault = fault?.ToString(),
            Elapsed = _clock.GetElapsedTime(started),
        });
        // The response has been sent. WireMock.Net would keep a copy of each body.
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
            return AuroraFault.Status(
                HttpStatusCode.InternalServerError,
                $"A fault predicate threw {exception.GetType().Name} for the request {entry}: {exception.Message}");
        }
    }

    private void Notify(AuroraCompletedRequest completed)
    {
        try
        {
            _completed?.Invoke(completed);
        }
        catch (Exception)
        {
            // A failing callback must not affect a response that has been sent.
        }
    }
}
