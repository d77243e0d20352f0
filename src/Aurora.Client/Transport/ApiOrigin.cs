namespace Aurora.Client;

/// <summary>Checks that requests and responses have the scheme, host and port of <see cref="AuroraClientOptions.BaseAddress"/>.</summary>
internal static class ApiOrigin
{
    /// <exception cref="AuroraApiException">A handler changed the address of the request. The request was not sent.</exception>
    public static void ThrowIfRewritten(AuroraCall call, HttpRequestMessage request)
    {
        if (request.RequestUri is { } address && IsElsewhere(address, call.Options.BaseAddress))
            throw call.Error(
                AuroraErrorKind.UnreadableResponse,
                $"The request was not sent because a handler changed its address to {Of(address)} and the keys are for {Of(call.Options.BaseAddress)} only. Fix: set BaseAddress to the address that you want, or remove the handler.");
    }

    /// <exception cref="AuroraApiException">The response is from another origin, because a handler followed a redirect.</exception>
    public static void ThrowIfElsewhere(AuroraCall call, HttpResponseMessage response)
    {
        if (response.RequestMessage?.RequestUri is { } address && IsElsewhere(address, call.Options.BaseAddress))
            throw call.Error(
                AuroraErrorKind.UnreadableResponse,
                $"The response came from {Of(address)} instead of {Of(call.Options.BaseAddress)}. The request may have been sent there with the keys. Fix: set AllowAutoRedirect to false on the handler of the HttpClient, and replace the keys.",
                response: response);
    }

    /// <summary>Whether an address is at another scheme, host or port than the base address.</summary>
    public static bool IsElsewhere(Uri address, Uri baseAddress) =>
        !address.IsAbsoluteUri || Uri.Compare(address, baseAddress, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) != 0;

    /// <summary>The scheme, host and port of an address, without the path, which may hold anything.</summary>
    public static string Of(Uri address) => address.IsAbsoluteUri ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "a relative address";
}
