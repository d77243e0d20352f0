using DiffPlex;
using DiffPlex.Chunkers;

namespace Aurora.Spec.Versions;

/// <summary>
/// Decides which version bump a change of the public API requires. A line that is removed or changed can break callers. An added line
/// does not, because the client is a class, and a new operation breaks no test double. A new framework is an addition.
/// </summary>
internal static class ApiBump
{
    public static VersionBump Between(string released, string current)
    {
        if (released.Length == 0)
            return current.Length == 0 ? VersionBump.None : VersionBump.Minor;
        var blocks = Differ.Instance.CreateDiffs(released, current, ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance).DiffBlocks;
        if (blocks.Any(block => block.DeleteCountA > 0))
            return VersionBump.Major;
        return blocks.Count > 0 ? VersionBump.Minor : VersionBump.None;
    }
}
