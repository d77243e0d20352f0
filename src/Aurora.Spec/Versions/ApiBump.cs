using DiffPlex;
using DiffPlex.Chunkers;

namespace Aurora.Spec.Versions;

/// <summary>
/// Which part of the version a change of the public API requires. A line that is removed or changed may break callers, and an added line does
/// not: the client is a class, so that a new operation breaks no test double. A framework without a released API is an addition as a whole.
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
