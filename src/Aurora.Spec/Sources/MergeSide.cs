using Aurora.Spec.Documents;

namespace Aurora.Spec.Sources;

/// <summary>What one document says at the place of a conflict.</summary>
/// <param name="Source">The name of the document.</param>
/// <param name="Line">The line there, or that of the mapping in which it is missing.</param>
/// <param name="Node">Null where the document says nothing.</param>
internal sealed record MergeSide(string Source, int Line, SpecNode? Node)
{
    private const int MostLines = 4;
    private const int MostColumns = 120;

    /// <summary>The YAML of the node, a few lines at most.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            if (Node is null)
                return [$"  {Source}:{Line}: not there"];
            var lines = YamlText.Of(Node).TrimEnd('\n').Split('\n');
            if (lines.Length == 1)
                return [$"  {Source}:{Line}: {Cut(lines[0])}"];
            var more = lines.Length > MostLines ? [$"    … and {lines.Length - MostLines} more lines"] : Array.Empty<string>();
            return [$"  {Source}:{Line}:", .. lines.Take(MostLines).Select(line => $"    {Cut(line)}"), .. more];
        }
    }

    private static string Cut(string line) => line.Length > MostColumns ? line[..MostColumns] + "…" : line;
}
