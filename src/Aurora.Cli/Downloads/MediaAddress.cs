namespace Aurora.Cli.Downloads;

/// <summary>Validates the addresses of files, which must be https, or http on this machine.</summary>
internal static class MediaAddress
{
    /// <exception cref="DownloadException">The address is not allowed.</exception>
    public static Uri Parse(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        ? Allowed(address)
        : throw new DownloadException("the API returned an invalid address");

    /// <summary>Returns the target of a redirect.</summary>
    /// <exception cref="DownloadException">The target is not allowed, or it is less secure than the source.</exception>
    public static Uri Follow(Uri from, Uri? location)
    {
        if (location is null)
            throw new DownloadException($"{from.Authority} sent a redirect without an address");
        var to = Allowed(new Uri(from, location), $"{from.Authority} redirects to ");
        if (from.Scheme == Uri.UriSchemeHttps && to.Scheme != Uri.UriSchemeHttps)
            throw new DownloadException($"{from.Authority} redirects from https to {to.Scheme}");
        return to;
    }

    // The message omits the path and the query, because a signature in them gives access to the file.
    private static Uri Allowed(Uri address, string subject = "the file is at ") =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)
            ? address
            : throw new DownloadException($"{subject}{address.Scheme}://{address.Authority}, but only https is allowed");
}
