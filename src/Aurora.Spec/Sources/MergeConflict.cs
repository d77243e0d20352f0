using Aurora.Spec.Documents;

namespace Aurora.Spec.Sources;

/// <summary>A contradiction between two documents.</summary>
internal sealed record MergeConflict(string Pointer, MergeSide First, MergeSide Second)
{
    public IEnumerable<string> Lines => [$"{Pointer}:", .. First.Lines, .. Second.Lines];
}

/// <summary>The content of one document in a conflict.</summary>
/// <param name="Source">The name of the document.</param>
/// <param name="Line">The line of the node, or of the mapping that does not contain it.</param>
/// <param name="Node">The node, or null if the document does not contain it.</param>
internal sealed record MergeSide(string Source, int Line, SpecNode? Node)
{
    private const int MostLines = 4;
    private const int MostColumns = 120;

    /// <summary>The first lines of the node's YAML.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            if (Node is null)
                return [$"  {Source}:{Line}: missing"];
            var lines = YamlText.Of(Node).TrimEnd('\n').Split('\n');
            if (lines.Length == 1)
                return [$"  {Source}:{Line}: {Cut(lines[0])}"];
            var more = lines.Length > MostLines ? [$"    … and {lines.Length - MostLines} more lines"] : Array.Empty<string>();
            return [$"  {Source}:{Line}:", .. lines.Take(MostLines).Select(line => $"    {Cut(line)}"), .. more];
        }
    }

    private static string Cut(string line) => line.Length > MostColumns ? line[..MostColumns] + "…" : line;
}
