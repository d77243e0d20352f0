using System.Security.Cryptography;

namespace Aurora.Cli.Galleries;

/// <summary>
/// Writes an HTML page that contains its style sheet, its script and the videos, and loads only media from the network. The content security
/// policy contains the hashes of the style sheet and the script, so nothing else can run.
/// </summary>
internal static partial class GalleryPage
{
    // The block keeps the constants of the script separate from globals such as top and name.
    private static readonly string Script =
        $"'use strict';\n{{\n{string.Join('\n', new[] { "elements", "charts", "cards", "page" }.Select(part => Asset($"{part}.js")))}}}\n";

    /// <summary>Writes the page while the videos arrive. Returns the number of videos.</summary>
    /// <param name="source">The address of the API. The page shows its host.</param>
    /// <param name="areMediaEmbedded">Whether the addresses of the media may contain the media.</param>
    public static async Task<int> WriteAsync(
        IAsyncEnumerable<AuroraFlow> videos, Uri source, DateTimeOffset createdAt, bool areMediaEmbedded, TextWriter output, CancellationToken cancellationToken)
    {
        var template = Asset("html").Split("{videos}");
        var style = Asset("css");
        var parts = new Dictionary<string, string>
        {
            ["style-hash"] = Hash(style),
            ["script-hash"] = Hash(Script),
            ["media"] = GalleryMedia.SourcesOf(areMediaEmbedded),
            ["made"] = WebUtility.HtmlEncode(Origin(source, createdAt)),
            ["style"] = style,
            ["script"] = Script,
        };
        await output.WriteAsync(Fill(template[0], parts).AsMemory(), cancellationToken);
        var count = 0;
        await foreach (var video in videos.WithCancellation(cancellationToken))
            await output.WriteAsync($"{(count++ == 0 ? "[" : ",\n")}{GalleryJson.Of(video, areMediaEmbedded)}".AsMemory(), cancellationToken);
        await output.WriteAsync($"{(count == 0 ? "[" : "")}]{Fill(template[1], parts)}".AsMemory(), cancellationToken);
        return count;
    }

    private static string Origin(Uri source, DateTimeOffset createdAt) =>
        string.Create(CultureInfo.InvariantCulture, $"From {source.Authority}, {createdAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    private static string Fill(string template, Dictionary<string, string> parts) =>
        Placeholder().Replace(template, match => parts[match.Groups[1].Value]);

    private static string Asset(string name)
    {
        using var reader = new StreamReader(typeof(GalleryPage).Assembly.GetManifestResourceStream($"gallery.{name}")!);
        // A browser normalizes line endings before it computes the hash.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("{([a-z-]+)}")]
    private static partial Regex Placeholder();
}
