namespace Aurora.Client;

/// <summary>Adds the keys to requests for the configured origin. It is the last handler before the network, so that no other handler sees the keys.</summary>
// CUSTOM: NSwag generates nothing from securitySchemes.
internal sealed class AuthenticationHandler : DelegatingHandler
{
    public static void Authenticate(HttpRequestMessage request, AuroraClientOptions options)
    {
        Set(request, AuroraApi.IdHeader, options.ApiId);
        Set(request, AuroraApi.KeyHeader, options.ApiKey);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Other requests can use the same chain of handlers.
        if (RequestCall.Of(request) is not { } call)
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        ApiOrigin.ThrowIfRewritten(call, request);
        Authenticate(request, call.Options);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException && call.Options.Redaction.Exception(exception) is var redacted && redacted != exception)
        {
            // Handlers before this one could log the keys.
            throw redacted;
        }
    }

    private static void Set(HttpRequestMessage request, string header, string key)
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, key);
    }
}
