using System.Text.RegularExpressions;
using Aurora.Spec.Documents;
using Markdig;
using Markdig.Syntax;

namespace Aurora.Spec.Sources;

/// <summary>The vendor's page: Markdown, with the document in a fenced block of YAML or JSON.</summary>
internal static partial class MarkdownPage
{
    private static readonly string[] Languages = ["yaml", "yml", "json"];

    /// <summary>Whether a text is a page rather than a document: it has a fence, or a heading and no key of a document.</summary>
    public static bool IsOne(string text) =>
        !text.TrimStart().StartsWith('{') && !DocumentKey().IsMatch(TextBeforeFence(text)) && (Fence().IsMatch(text) || Heading().IsMatch(text));

    /// <exception cref="SpecException">The page holds no document, or more than one.</exception>
    public static SpecDocument DocumentIn(string name, string text)
    {
        var blocks = Markdown.Parse(text).Descendants<FencedCodeBlock>().ToList();
        var documents = blocks.Where(block => Languages.Contains(block.Info, StringComparer.OrdinalIgnoreCase) && DocumentKey().IsMatch(TextOf(block))).ToList();
        return documents switch
        {
            [var block] => SpecDocument.Parse(name, TextOf(block), FirstLine(block)),
            [] => throw new SpecException($"{name}: no block of the page holds a document. {Describe(blocks)}", "The document stands in a block that begins with ```yaml, and in it with 'openapi:'."),
            _ => throw new SpecException(
                $"{name}: {documents.Count} blocks of the page hold a document: in lines {string.Join(" and ", documents.Select(FirstLine))}.",
                "Save each as a file of its own, and name them all: they are merged."),
        };
    }

    // Word for word, with every empty line that stands before the closing fence.
    private static string TextOf(FencedCodeBlock block) => block.Lines.Count == 0
        ? ""
        : string.Join('\n', block.Lines.Lines.Take(block.Lines.Count).Select(line => line.Slice.ToString())) + "\n";

    private static int FirstLine(FencedCodeBlock block) => block.Line + 2;

    private static string Describe(List<FencedCodeBlock> blocks) => blocks.Count == 0
        ? "It has no block."
        : $"It has: {string.Join(", ", blocks.Select(block => $"{(string.IsNullOrEmpty(block.Info) ? "a block" : block.Info)} in line {block.Line + 1}"))}.";

    private static string TextBeforeFence(string text) => Fence().Match(text) is { Success: true } fence ? text[..fence.Index] : text;

    [GeneratedRegex(@"^[ \t>]*(`{3,}|~{3,})", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#{1,6} ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[ \t{]*[""']?(openapi|swagger)[""']?\s*:", RegexOptions.Multiline)]
    private static partial Regex DocumentKey();
}
