namespace Aurora.Client;

/// <summary>Adds the two keys to requests for the configured origin, and to no others.</summary>
// CUSTOM: NSwag generates nothing from securitySchemes.
internal sealed class AuthenticationHandler(Func<AuroraClientOptions> options) : DelegatingHandler
{
    /// <summary>Adds the keys, unless the request goes elsewhere.</summary>
    public static void Authenticate(HttpRequestMessage request, AuroraClientOptions options)
    {
        if (request.RequestUri is not { } address || !IsSameOrigin(address, options.BaseAddress))
            return;
        Set(request, AuroraApi.IdHeader, options.ApiId);
        Set(request, AuroraApi.KeyHeader, options.ApiKey);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Authenticate(request, options());
        return base.SendAsync(request, cancellationToken);
    }

    private static void Set(HttpRequestMessage request, string header, string key)
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, key);
    }

    private static bool IsSameOrigin(Uri address, Uri origin) =>
        Uri.Compare(address, origin, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
