using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Aurora.Client;

namespace Aurora.Cli.Galleries;

/// <summary>
/// One page that holds its style, its script and the videos, and asks the network for nothing but the media in it. Its content security
/// policy names style and script by their hashes, so that nothing else in it can run.
/// </summary>
internal static partial class GalleryPage
{
    // One script, and nothing in it is seen from outside: what a browser calls top or name is not in its way.
    private static readonly string Script =
        $"'use strict';\n{{\n{string.Join('\n', new[] { "elements", "charts", "cards", "page" }.Select(part => Asset($"{part}.js")))}}}\n";

    /// <summary>Writes the page while the videos come, and returns how many came.</summary>
    /// <param name="videos">The videos.</param>
    /// <param name="source">Whose they are, for the reader of the page.</param>
    /// <param name="made">When the page is made.</param>
    /// <param name="output">Where the page goes.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task<int> WriteAsync(
        IAsyncEnumerable<AuroraFlow> videos, Uri source, DateTimeOffset made, TextWriter output, CancellationToken cancellationToken)
    {
        var template = Asset("html").Split("{videos}");
        var style = Asset("css");
        var parts = new Dictionary<string, string>
        {
            ["style-hash"] = Hash(style),
            ["script-hash"] = Hash(Script),
            ["media"] = GalleryMedia.Sources,
            ["made"] = WebUtility.HtmlEncode(Made(source, made)),
            ["style"] = style,
            ["script"] = Script,
        };
        await output.WriteAsync(Filled(template[0], parts).AsMemory(), cancellationToken);
        var count = 0;
        await foreach (var video in videos.WithCancellation(cancellationToken))
            await output.WriteAsync($"{(count++ == 0 ? "[" : ",\n")}{GalleryJson.Of(video)}".AsMemory(), cancellationToken);
        await output.WriteAsync($"{(count == 0 ? "[" : "")}]{Filled(template[1], parts)}".AsMemory(), cancellationToken);
        return count;
    }

    private static string Made(Uri source, DateTimeOffset made) =>
        string.Create(CultureInfo.InvariantCulture, $"From {source.Authority}, {made.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    private static string Filled(string template, Dictionary<string, string> parts) => Placeholder().Replace(template, match => parts[match.Groups[1].Value]);

    private static string Asset(string name)
    {
        using var reader = new StreamReader(typeof(GalleryPage).Assembly.GetManifestResourceStream($"gallery.{name}")!);
        // A browser hashes what it has read, and it reads every line end as this one.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("{([a-z-]+)}")]
    private static partial Regex Placeholder();
}
