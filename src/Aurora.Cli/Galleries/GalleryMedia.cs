namespace Aurora.Cli.Galleries;

/// <summary>Selects the addresses that the page may load and those that it may link to.</summary>
internal static class GalleryMedia
{
    /// <summary>The media sources for the content security policy. http is only for a server on this machine, such as the demo.</summary>
    private const string Sources = "https: http://127.0.0.1:* http://localhost:*";

    private const string Data = "data:";

    /// <summary>Returns the sources that a page needs whose media are embedded.</summary>
    public static string SourcesOf(bool areEmbedded) => areEmbedded ? $"{Sources} {Data}" : Sources;

    /// <summary>Returns the address if the sources allow it, or null.</summary>
    public static string? Source(string? text, bool acceptsData)
    {
        if (acceptsData && text?.StartsWith(Data, StringComparison.Ordinal) == true)
            return text;
        return Parse(text) is { } address && (address.Scheme == Uri.UriSchemeHttps || address.Host is "127.0.0.1" or "localhost") ? address.AbsoluteUri : null;
    }

    /// <summary>Returns the address if it is http or https, or null.</summary>
    // Other schemes, such as javascript: and data:, can run scripts.
    public static string? Link(string? text) => Parse(text)?.AbsoluteUri;

    private static Uri? Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;
}
