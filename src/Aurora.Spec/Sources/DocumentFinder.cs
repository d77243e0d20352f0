using System.Text.RegularExpressions;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Sources;

/// <summary>Finds the one document in a text, be the text that document or a page around it.</summary>
internal static partial class DocumentFinder
{
    private const string WayOut =
        "Give an OpenAPI document, which begins with 'openapi:' and a version, or a page that has it in a fenced block (```yaml or ```json).";

    /// <exception cref="SpecException">There is no document, or more than one, or it is broken.</exception>
    public static async Task<SpecDocument> FindAsync(string name, string text, TimeProvider time, CancellationToken cancellationToken)
    {
        if (HtmlPage.Is(text))
        {
            var title = HtmlPage.TitleOf(text);
            throw new SpecException(
                $"{name}: an HTML page {(title is null ? "without a title" : $"titled '{title}'")}, not a document.",
                "Give the address of the Markdown page (on many sites it ends in .md) or of the document itself.");
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
            throw new SpecException(
                $"{name}:{open.FirstLine}: the block that begins here has no end: the page is cut short.",
                "Fetch the page again.");
        return documents switch
        {
            [var one] => SpecDocument.Parse(name, one.Text, one.FirstLine),
            [] => throw new SpecException($"{name}: no OpenAPI document in this page. Its fenced blocks: {string.Join(", ", blocks)}.", WayOut),
            _ => throw new SpecException(
                $"{name}: {documents.Count} OpenAPI documents in this page: {lines}.",
                "Save each in a separate file, and pass the files that you want."),
        };
    }

    private static SpecDocument Bare(string name, string text)
    {
        if (TopLevel.IsDocument(text))
            return SpecDocument.Parse(name, text);

        var what = $"{name}: no OpenAPI document: no fenced block, and no 'openapi' at the top level.";
        try
        {
            _ = SpecDocument.Parse(name, text);
        }
        catch (SpecException broken)
        {
            throw new SpecException(what, $"As YAML it is broken: {broken.Lines[0]}", WayOut);
        }

        throw new SpecException(what, WayOut);
    }

    // It is YAML too, and may hold a key 'openapi' that names the operation.
    [GeneratedRegex(@"\A---[ \t]*\n(.*\n)*?---[ \t]*\n", RegexOptions.NonBacktracking)]
    private static partial Regex FrontMatter();
}
