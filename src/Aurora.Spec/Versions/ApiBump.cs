using DiffPlex;
using DiffPlex.Chunkers;

namespace Aurora.Spec.Versions;

/// <summary>
/// What a change of the public API asks of the version: a line that goes or changes may break a caller, a line that comes does
/// not. A member that an interface gains is such an addition, by our policy: the client is there to be called, and who
/// implements <c>IAuroraClient</c> in a test follows it.
/// </summary>
internal static class ApiBump
{
    public static VersionBump Between(string released, string current)
    {
        var blocks = Differ.Instance.CreateDiffs(released, current, ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance).DiffBlocks;
        if (blocks.Any(block => block.DeleteCountA > 0))
            return VersionBump.Major;
        return blocks.Count > 0 ? VersionBump.Minor : VersionBump.None;
    }
}
