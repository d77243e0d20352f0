using System.Text;
using Aurora.Spec.Documents;
using Aurora.Spec.Terminals;

namespace Aurora.Spec.Sources;

/// <summary>
/// Brings a document in from where the maintainer says: a file, an <c>https</c> address, or standard input. What it holds is
/// decided by what is in it: the vendor's page, with the document in a fenced block, or the document itself.
/// </summary>
internal sealed class SourceReader(SpecConsole console, HttpSource? http = null)
{
    /// <summary>The largest source that is read, in bytes: a multiple of any API document.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private const string StandardInput = "-";

    /// <exception cref="SpecException">There is nothing, or nothing that holds one document. The message names the source.</exception>
    public async Task<SpecDocument> ReadAsync(string source, CancellationToken cancellationToken)
    {
        var name = source == StandardInput ? "standard input" : source;
        var text = Decode(name, await BytesAsync(source, name, cancellationToken));
        return Parse(name, text);
    }

    /// <summary>Finds the document in a text. Line ends become those of the repository, and a byte order mark goes.</summary>
    public static SpecDocument Parse(string name, string text)
    {
        text = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        if (string.IsNullOrWhiteSpace(text))
            throw new SpecException($"{name}: it is empty.", "Fetch the vendor's page again; it holds the document in a block that begins with ```yaml.");
        if (HtmlPage.IsOne(text))
            throw new SpecException($"{name}: it is an HTML page{HtmlPage.Title(text)}, not a document.", "Take the page's Markdown: the address with .md at its end.");
        return MarkdownPage.IsOne(text) ? MarkdownPage.DocumentIn(name, text) : SpecDocument.Parse(name, text);
    }

    private async Task<byte[]> BytesAsync(string source, string name, CancellationToken cancellationToken)
    {
        if (source == StandardInput)
            return await BoundedStream.ReadAsync(console.Input, name, cancellationToken);
        if (HttpSource.IsAddress(source))
            return await (http ?? new HttpSource(console.Clock)).ReadAsync(source, cancellationToken);
        try
        {
            await using var file = File.OpenRead(source);
            return await BoundedStream.ReadAsync(file, name, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SpecException($"{name}: cannot be read: {exception.Message}", "Name a file, an https address, or - for standard input.");
        }
    }

    private static string Decode(string name, byte[] bytes)
    {
        var zero = Array.IndexOf(bytes, (byte)0);
        if (zero >= 0)
            throw new SpecException($"{name}: it is not a text: byte {zero} is zero.", "A document is YAML or JSON in UTF-8.");
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new SpecException($"{name}: it is not UTF-8: see byte {exception.Index}.", "A document is YAML or JSON in UTF-8.");
        }
    }
}
