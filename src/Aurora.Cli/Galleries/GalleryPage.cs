using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Aurora.Client;

namespace Aurora.Cli.Galleries;

/// <summary>
/// One page that holds its style, its script and the videos, and asks the network for nothing but the media in it. Its content security
/// policy names style and script by their hashes, so that nothing else in it can run.
/// </summary>
internal static class GalleryPage
{
    // http is for media of a server on this machine alone, such as that of the demo.
    private const string MediaSources = "https: http://127.0.0.1:* http://localhost:*";

    /// <summary>Writes the page while the videos come, and returns how many came.</summary>
    /// <param name="videos">The videos.</param>
    /// <param name="source">Whose they are, for the reader of the page.</param>
    /// <param name="made">When the page is made.</param>
    /// <param name="output">Where the page goes.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task<int> WriteAsync(
        IAsyncEnumerable<AuroraFlow> videos, Uri source, DateTimeOffset made, TextWriter output, CancellationToken cancellationToken)
    {
        var (style, script) = (Asset("css"), Asset("js"));
        var page = Asset("html")
            .Replace("{style-hash}", Hash(style), StringComparison.Ordinal)
            .Replace("{script-hash}", Hash(script), StringComparison.Ordinal)
            .Replace("{media}", MediaSources, StringComparison.Ordinal)
            .Replace("{made}", WebUtility.HtmlEncode(Made(source, made)), StringComparison.Ordinal)
            .Replace("{style}", style, StringComparison.Ordinal)
            .Replace("{script}", script, StringComparison.Ordinal)
            .Split("{videos}");
        await output.WriteAsync(page[0].AsMemory(), cancellationToken);
        var count = 0;
        await foreach (var video in videos.WithCancellation(cancellationToken))
            await output.WriteAsync($"{(count++ == 0 ? "[" : ",\n")}{GalleryJson.Of(video)}".AsMemory(), cancellationToken);
        await output.WriteAsync($"{(count == 0 ? "[" : "")}]{page[1]}".AsMemory(), cancellationToken);
        return count;
    }

    private static string Made(Uri source, DateTimeOffset made) =>
        string.Create(CultureInfo.InvariantCulture, $"From {source.Authority}, {made.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    private static string Asset(string kind)
    {
        using var reader = new StreamReader(typeof(GalleryPage).Assembly.GetManifestResourceStream($"gallery.{kind}")!);
        // A browser hashes what it has read, and it reads every line end as this one.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
