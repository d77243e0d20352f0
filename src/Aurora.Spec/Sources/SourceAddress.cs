namespace Aurora.Spec.Sources;

/// <summary>Which addresses are asked for a document: https, and plain http on this machine.</summary>
internal static class SourceAddress
{
    /// <exception cref="SpecException">It is no address, or not one of those.</exception>
    public static Uri Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Host.Length == 0 && address.Scheme != Uri.UriSchemeFile)
            throw new SpecException("The source is not an address that can be read.", "Give it as https://host/path.");
        // Not even in this message: it would end in a log.
        if (address.UserInfo.Length > 0)
            throw new SpecException(
                $"{NameOf(address)}: a user name or a password stands in the address.",
                "Fetch the page yourself, and give it as a file or as standard input.");
        if (IsPrivate(address))
            return address;
        throw new SpecException(
            $"{NameOf(address)}: only https:// is read, and http:// on this machine.",
            address.IsFile ? "Give the path itself, without file://." : "Give the https:// address, or a file that you fetched yourself.");
    }

    /// <summary>Whether nobody on the way can read along.</summary>
    public static bool IsPrivate(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>The address for a message: without user, query and fragment, which may hold a secret.</summary>
    public static string NameOf(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
