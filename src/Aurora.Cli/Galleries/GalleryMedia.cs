namespace Aurora.Cli.Galleries;

/// <summary>Which addresses of a video a page may ask for by itself, and which a person may follow.</summary>
internal static class GalleryMedia
{
    /// <summary>The sources as a content security policy names them. http is for a server on this machine, such as that of the demo.</summary>
    public const string Sources = "https: http://127.0.0.1:* http://localhost:*";

    /// <summary>An address of <see cref="Sources"/>, or null.</summary>
    public static string? Source(string? text) => Parse(text) is { } address
        && (address.Scheme == Uri.UriSchemeHttps || address.Host is "127.0.0.1" or "localhost") ? address.AbsoluteUri : null;

    /// <summary>An address of the web, or null.</summary>
    // A link may run a script: javascript: and data: are among others.
    public static string? Link(string? text) => Parse(text)?.AbsoluteUri;

    private static Uri? Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;
}
