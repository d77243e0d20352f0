namespace Aurora.Cli.Downloads;

/// <summary>The addresses that files are fetched from: https, or http on this machine.</summary>
internal static class MediaAddress
{
    /// <exception cref="DownloadException">It is none of these.</exception>
    public static Uri Parse(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        ? Allowed(address)
        : throw new DownloadException("the API gives something as its address that is none");

    /// <summary>Where a redirect leads.</summary>
    /// <exception cref="DownloadException">Not to such an address, or from a safe one to one that is not.</exception>
    public static Uri Follow(Uri from, Uri? location)
    {
        if (location is null)
            throw new DownloadException($"{from.Authority} redirects to nowhere");
        var to = Allowed(new Uri(from, location), $"{from.Authority} redirects to ");
        if (from.Scheme == Uri.UriSchemeHttps && to.Scheme != Uri.UriSchemeHttps)
            throw new DownloadException($"{from.Authority} redirects from https to {to.Scheme}");
        return to;
    }

    // Without path and query, which may hold a signature that opens the file to everybody.
    private static Uri Allowed(Uri address, string who = "its address is at ") => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)
        ? address
        : throw new DownloadException($"{who}{address.Scheme}://{address.Authority}, and files are fetched by https only");
}
