namespace Microsoft.Extensions.Http;

/// <summary>Has the name of the handler for Polly 7, whose package cannot be referenced together with Polly 8, and repeats each request as that handler does.</summary>
internal sealed class PolicyHttpMessageHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (await base.SendAsync(request, cancellationToken)).Dispose();
        return await base.SendAsync(request, cancellationToken);
    }
}
