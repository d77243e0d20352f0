using Aurora.Testing.Faults;
using Microsoft.AspNetCore.Http;
using WireMock;
using WireMock.ResponseProviders;
using WireMock.Settings;

namespace Aurora.Testing.Serving;

/// <summary>The one place where WireMock.Net hands over a request: log it, find the answer, send it or what disturbs it.</summary>
internal sealed class AuroraResponseProvider(Router router, RequestLog log, FaultPlan faults, TimeProvider clock) : IResponseProvider
{
    public async Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(
        IMapping mapping, HttpContext context, IRequestMessage requestMessage, WireMockServerSettings settings)
    {
        var request = new ReceivedRequest(context.Request);
        var entry = log.Add(request);
        var answer = router.Answer(request);
        if (faults.Take(entry) is not { } fault)
            return (answer.ToMessage(), null);
        await fault.Send(new FaultContext(context, answer, clock)).ConfigureAwait(false);
        // WireMock.Net writes nothing more when there is no message.
        return (null!, null);
    }
}
