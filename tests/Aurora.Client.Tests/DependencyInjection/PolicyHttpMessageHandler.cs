namespace Microsoft.Extensions.Http;

/// <summary>Has the name of the handler of Polly 7, whose package cannot stand beside Polly 8, and repeats each request as that would.</summary>
internal sealed class PolicyHttpMessageHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (await base.SendAsync(request, cancellationToken)).Dispose();
        return await base.SendAsync(request, cancellationToken);
    }
}
