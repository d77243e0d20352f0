using DiffPlex;
using DiffPlex.Chunkers;

namespace Aurora.Spec.Versions;

/// <summary>The part of the version that a change requires to be raised, from the lowest to the highest.</summary>
internal enum VersionBump
{
    None,
    Patch,
    Minor,
    Major,
}

/// <summary>Decides which version bump a change of the document requires.</summary>
internal static class DocumentBump
{
    /// <summary>Returns the bump that the differences require. A change of the text without a difference requires a patch.</summary>
    public static VersionBump Between(SpecDocument released, SpecDocument current)
    {
        if (released.Text == current.Text)
            return VersionBump.None;
        var differences = DocumentDiff.Compare(released, current, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        return differences.Count == 0 ? VersionBump.Patch : DifferenceReport.WireBump(differences);
    }
}

/// <summary>
/// Which part of the version a change of the public API requires. It is the rule by which a release compares the packages: a line that is removed
/// or changed may break callers, and so does a member that their own implementations of a type lack. All other lines are additions. A framework
/// without a released API is an addition.
/// </summary>
internal static class ApiBump
{
    public static VersionBump Between(string released, string current)
    {
        if (released.Length == 0)
            return current.Length == 0 ? VersionBump.None : VersionBump.Minor;
        var blocks = Differ.Instance.CreateDiffs(released, current, ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance).DiffBlocks;
        var lines = current.Split('\n');
        var added = blocks.SelectMany(block => Enumerable.Range(block.InsertStartB, block.InsertCountB)).ToHashSet();
        if (blocks.Any(block => block.DeleteCountA > 0) || added.Any(line => MustBeImplemented(lines, line, added)))
            return VersionBump.Major;
        return blocks.Count > 0 ? VersionBump.Minor : VersionBump.None;
    }

    private static bool MustBeImplemented(string[] lines, int line, HashSet<int> added)
    {
        var brace = Array.FindLastIndex(lines, line, candidate => Indentation(candidate) < Indentation(lines[line]));
        return brace > 0 && !added.Contains(brace)
            && (lines[brace - 1].Contains(" interface ", StringComparison.Ordinal) || lines[line].Contains(" abstract ", StringComparison.Ordinal));
    }

    private static int Indentation(string line) => line.Length - line.TrimStart().Length;
}
