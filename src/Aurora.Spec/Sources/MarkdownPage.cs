using Markdig;
using Markdig.Syntax;

namespace Aurora.Spec.Sources;

/// <summary>The fenced blocks of a Markdown page.</summary>
internal static class MarkdownPage
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(30);

    private static readonly MarkdownPipeline BlocksOnly = NewPipeline();

    /// <summary>Whether there may be a fenced block, told without reading the page.</summary>
    public static bool HasFence(string text) => text.Contains("```", StringComparison.Ordinal) || text.Contains("~~~", StringComparison.Ordinal);

    /// <exception cref="SpecException">The text nests so deep, or takes so long to read, that it is no page for people.</exception>
    public static async Task<IReadOnlyList<FencedBlock>> BlocksAsync(string name, string text, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            // Some texts take Markdig time by the square of their length.
            return await Task.Run(() => Blocks(text), cancellationToken).WaitAsync(Within, time, cancellationToken);
        }
        catch (Exception exception) when (exception is ArgumentException or TimeoutException)
        {
            throw new SpecException(
                $"{name}: not readable as a Markdown page.",
                "Copy the document out of the page, and give it as a file.");
        }
    }

    private static List<FencedBlock> Blocks(string text) => [.. Markdown.Parse(text, BlocksOnly).Descendants<FencedCodeBlock>().Select(Block)];

    private static FencedBlock Block(FencedCodeBlock block)
    {
        var lines = block.Lines.Lines.AsSpan(0, block.Lines.Count);
        var text = new System.Text.StringBuilder();
        foreach (var line in lines)
            text.Append(line.Slice.AsSpan()).Append('\n');
        return new FencedBlock(block.Info ?? "", block.Line + 1, lines.Length, text.ToString(), block.ClosingFencedCharCount > 0);
    }

    private static MarkdownPipeline NewPipeline()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.InlineParsers.Clear();
        return builder.Build();
    }
}
