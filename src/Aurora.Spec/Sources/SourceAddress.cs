namespace Aurora.Spec.Sources;

/// <summary>Validates the address of a source: https, or http on this machine.</summary>
internal static class SourceAddress
{
    /// <exception cref="SpecException">The text is not an address, or the address is not allowed.</exception>
    public static Uri Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Host.Length == 0 && address.Scheme != Uri.UriSchemeFile)
            throw new SpecException("The source is not a valid address.", "Pass an address such as https://host/path.");
        // This message does not show the password either, because messages end up in logs.
        if (address.UserInfo.Length > 0)
            throw new SpecException(
                $"{NameOf(address)}: the address contains a user name or a password.",
                "Download the page, and pass it as a file or as standard input.");
        if (IsPrivate(address))
            return address;
        throw new SpecException(
            $"{NameOf(address)}: only https:// is supported, and http:// on this machine.",
            address.IsFile ? "Pass the path without file://." : "Pass the https:// address, or download the page and pass the file.");
    }

    /// <summary>Returns whether the connection to the address cannot be intercepted.</summary>
    public static bool IsPrivate(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>Returns the address for a message, without user, query and fragment, because they can contain secrets.</summary>
    public static string NameOf(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
