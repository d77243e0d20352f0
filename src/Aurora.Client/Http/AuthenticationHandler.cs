namespace Aurora.Client;

/// <summary>Adds the two keys to requests for the configured origin, and to no others.</summary>
// CUSTOM: NSwag generates nothing from securitySchemes.
internal sealed class AuthenticationHandler(Uri origin, string apiId, string apiKey) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { } address && IsSameOrigin(address))
        {
            Set(request, AuroraApi.IdHeader, apiId);
            Set(request, AuroraApi.KeyHeader, apiKey);
        }

        return base.SendAsync(request, cancellationToken);
    }

    private static void Set(HttpRequestMessage request, string header, string key)
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, key);
    }

    private bool IsSameOrigin(Uri address) =>
        Uri.Compare(address, origin, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
