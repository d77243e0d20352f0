using System.Diagnostics;

namespace Aurora.Client;

/// <summary>One download, over all its attempts.</summary>
internal sealed class DownloadCall(AuroraFlow video, AuroraClientOptions options) : IDisposable
{
    private readonly Activity? _activity = AuroraTelemetry.Start("aurora_download");
    private readonly Guid _video = video.Id;
    private readonly Uri? _address = Uri.TryCreate(video.VideoOutput, UriKind.Absolute, out var address) ? address : null;

    public Uri Address => _address!;

    public AuroraClientOptions Options => options;

    /// <summary>Gets or sets how many requests were sent, without those that a redirect caused.</summary>
    public int Attempts { get; set; }

    /// <summary>Gets the method, the address without the query, which often contains a signature, and the video.</summary>
    public string Request => $"GET {(_address is null ? "(invalid address)" : Options.Redaction.Text(Origin(_address) + _address.AbsolutePath))} (video {_video})";

    /// <exception cref="AuroraApiException">The address of the file is not valid, or neither encrypted nor on this machine.</exception>
    public void ThrowIfNotAllowed()
    {
        if (_address is null)
            throw Error(AuroraErrorKind.UnreadableResponse, "The API returned an invalid address for the file.");
        if (!IsAllowed(_address))
            throw Error(AuroraErrorKind.UnreadableResponse, $"The file is at {Origin(_address)}, but only https is allowed.");
    }

    /// <summary>Returns the host that sent a response, which after a redirect is not the one of the address.</summary>
    public string HostOf(HttpResponseMessage response) => (response.RequestMessage?.RequestUri ?? Address).Authority;

    /// <exception cref="AuroraApiException">The redirect cannot be followed.</exception>
    public Uri Follow(Uri from, Uri? location, HttpResponseMessage response)
    {
        if (location is null)
            throw Error(AuroraErrorKind.UnreadableResponse, $"{from.Authority} sent a redirect without an address.", response: response);
        var to = location.IsAbsoluteUri ? location : new Uri(from, location);
        ThrowIfUnsafe(from, to, response);
        return to;
    }

    public void ThrowIfUnsafe(Uri from, Uri to, HttpResponseMessage response)
    {
        if (!IsAllowed(to))
            throw Error(AuroraErrorKind.UnreadableResponse, $"{from.Authority} redirects to {Origin(to)}, but only https is allowed.", response: response);
        if (from.Scheme == Uri.UriSchemeHttps && to.Scheme != Uri.UriSchemeHttps)
            throw Error(AuroraErrorKind.UnreadableResponse, $"{from.Authority} redirects from https to {to.Scheme}, which is not allowed.", response: response);
    }

    public AuroraApiException Error(
        AuroraErrorKind kind, string? reason, Exception? inner = null, HttpResponseMessage? response = null, TimeSpan? retryAfter = null) =>
        new(kind, Options.Redaction.TextOrNull(reason), inner is null ? null : Options.Redaction.Exception(inner))
        {
            Server = response is null ? "The host" : HostOf(response),
            Request = Request,
            StatusCode = response?.StatusCode,
            RetryAfter = retryAfter,
            Attempts = Attempts,
        };

    public AuroraApiException Fail(AuroraApiException exception) => AuroraTelemetry.Fail(_activity, exception);

    public void Succeed() => AuroraTelemetry.Succeed(_activity, Attempts);

    public void Dispose() => _activity?.Dispose();

    private static bool IsAllowed(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && LoopbackAddress.Is(address));

    // Without the path and the query, because a signature in them gives access to the file.
    private static string Origin(Uri address) => $"{address.Scheme}://{address.Authority}";
}
