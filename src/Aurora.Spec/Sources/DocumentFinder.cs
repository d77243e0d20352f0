using System.Net;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Aurora.Spec.Sources;

/// <summary>Finds the document in a text: the text is the document, or a page that contains it.</summary>
internal static partial class DocumentFinder
{
    private const int MostTitle = 100;

    private const string WayOut =
        "Pass an OpenAPI document, which starts with 'openapi:' and a version, or a page that contains it in a fenced block (```yaml or ```json).";

    public static async Task<SpecDocument> FindAsync(string name, string text, TimeProvider time, CancellationToken cancellationToken)
    {
        // A server can send a sign-in or error page instead of a document.
        if (HtmlBeginning().IsMatch(text))
        {
            var title = HtmlTitleOf(text);
            throw new SpecException(
                $"{name}: this is an HTML page {(title is null ? "without a title" : $"with the title '{title}'")}, not a document.",
                "Pass the address of the Markdown page (on many sites it ends in .md) or of the document itself.");
        }

        var mayBePage = MarkdownPage.HasFence(text) && (FrontMatter().IsMatch(text) || !TopLevel.IsDocument(text));
        var blocks = mayBePage ? await MarkdownPage.BlocksAsync(name, text, time, cancellationToken) : [];
        return blocks.Count == 0 ? Bare(name, text) : InPage(name, blocks);
    }

    private static SpecDocument InPage(string name, IReadOnlyList<FencedBlock> blocks)
    {
        var documents = blocks.Where(block => block.HoldsDocument).ToList();
        var lines = string.Join(", ", documents.Select(document => $"lines {document.FirstLine} to {document.LastLine}"));
        if (documents is [{ IsClosed: false } open])
            throw new SpecException($"{name}:{open.FirstLine}: the block that starts here is not closed, so the page is incomplete.", "Fetch the page again.");
        return documents switch
        {
            [var one] => SpecDocument.Parse(name, one.Text, one.FirstLine),
            [] => throw new SpecException($"{name}: this page contains no OpenAPI document. Its fenced blocks: {string.Join(", ", blocks)}.", WayOut),
            _ => throw new SpecException(
                $"{name}: this page contains {documents.Count} OpenAPI documents: {lines}.",
                "Save each document in a separate file, and pass the files that you want."),
        };
    }

    private static SpecDocument Bare(string name, string text)
    {
        if (TopLevel.IsDocument(text))
            return SpecDocument.Parse(name, text);

        var what = $"{name}: not an OpenAPI document: there is no fenced block, and no 'openapi' at the top level.";
        try
        {
            _ = SpecDocument.Parse(name, text);
        }
        catch (SpecException broken)
        {
            throw new SpecException(what, $"The text is not valid YAML: {broken.Lines[0]}", WayOut);
        }

        throw new SpecException(what, WayOut);
    }

    private static string? HtmlTitleOf(string text)
    {
        var title = WebUtility.HtmlDecode(HtmlTitle().Match(text).Groups[1].Value);
        var line = Blank().Replace(title, " ").Trim();
        return line.Length switch
        {
            0 => null,
            > MostTitle => line[..MostTitle] + "…",
            _ => line,
        };
    }

    // Front matter is YAML too, and can contain a key 'openapi' with the name of the operation.
    [GeneratedRegex(@"\A---[ \t]*\n(.*\n)*?---[ \t]*\n", RegexOptions.NonBacktracking)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(
        @"\A\s*(<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(!doctype\s+html|html)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex HtmlBeginning();

    [GeneratedRegex(@"<title[^>]*>([^<]*)</title", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HtmlTitle();

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex Blank();
}

/// <summary>Recognizes an OpenAPI document by its keys at the top level. It also recognizes an invalid document, up to its first error.</summary>
internal static class TopLevel
{
    /// <summary>Returns whether <c>openapi</c> or <c>swagger</c> is one of the keys.</summary>
    public static bool IsDocument(string text)
    {
        try
        {
            return HasKey(new Parser(new StringReader(EscapedPairs.Join(text))));
        }
        catch (YamlException)
        {
            return false;
        }
    }

    private static bool HasKey(Parser parser)
    {
        var levels = 0;
        var keyIsNext = true;
        while (parser.MoveNext() && levels <= SpecParser.MostLevels)
        {
            switch (parser.Current)
            {
                case Scalar { Value: "openapi" or "swagger" } when levels == 1 && keyIsNext:
                    return true;
                case MappingStart or SequenceStart:
                    levels++;
                    break;
                case MappingEnd or SequenceEnd when --levels == 1:
                case Scalar or AnchorAlias when levels == 1:
                    keyIsNext = !keyIsNext;
                    break;
                case DocumentEnd:
                    return false;
            }
        }

        return false;
    }
}
