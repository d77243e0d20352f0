using Markdig;
using Markdig.Syntax;

namespace Aurora.Spec.Sources;

/// <summary>Finds the fenced blocks in a Markdown page.</summary>
internal static class MarkdownPage
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(30);

    private static readonly MarkdownPipeline BlocksOnly = NewPipeline();

    /// <summary>Returns whether the page can contain a fenced block, without parsing it.</summary>
    public static bool HasFence(string text) => text.Contains("```", StringComparison.Ordinal) || text.Contains("~~~", StringComparison.Ordinal);

    public static async Task<IReadOnlyList<FencedBlock>> BlocksAsync(string name, string text, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            // For some texts, Markdig's time grows with the square of the length.
            return await Task.Run(() => Blocks(text), cancellationToken).WaitAsync(Within, time, cancellationToken);
        }
        catch (Exception exception) when (exception is ArgumentException or TimeoutException)
        {
            throw new SpecException($"{name}: this page cannot be read as Markdown.", "Copy the document from the page to a file, and pass the file.");
        }
    }

    private static List<FencedBlock> Blocks(string text) => [.. Markdown.Parse(text, BlocksOnly).Descendants<FencedCodeBlock>().Select(Block)];

    private static FencedBlock Block(FencedCodeBlock block)
    {
        var text = string.Concat(block.Lines.Lines.Take(block.Lines.Count).Select(line => $"{line.Slice}\n"));
        return new FencedBlock(block.Info ?? "", block.Line + 1, block.Lines.Count, text, block.ClosingFencedCharCount > 0);
    }

    private static MarkdownPipeline NewPipeline()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.InlineParsers.Clear();
        return builder.Build();
    }
}

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">The first word of the info string, or an empty string.</param>
/// <param name="FirstLine">The line of the opening fence in the page. The first line is 1.</param>
/// <param name="IsClosed">Whether the block has a closing fence. If not, the page is incomplete.</param>
internal sealed partial record FencedBlock(string Language, int FirstLine, int Lines, string Text, bool IsClosed)
{
    public int LastLine => FirstLine + Lines + (IsClosed ? 1 : 0);

    public bool HoldsDocument => HasLanguageOfDocuments && TopLevel.IsDocument(Text);

    private bool HasLanguageOfDocuments => DocumentLanguage().IsMatch(Language);

    /// <summary>Describes a block that contains no document, for a message.</summary>
    public override string ToString()
    {
        var language = Language.Length == 0 ? "no language" : Language;
        return $"{language} in line {FirstLine}{(HasLanguageOfDocuments ? " without a top-level 'openapi'" : "")}";
    }

    // yaml{3} and yaml,title are YAML, but jsonc and json5 are not JSON.
    [GeneratedRegex(@"\A(yaml|yml|json)(?![\w])", RegexOptions.IgnoreCase)]
    private static partial Regex DocumentLanguage();
}
