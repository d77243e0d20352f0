namespace Aurora.Spec.Sources;

/// <summary>A contradiction between two documents.</summary>
internal sealed record MergeConflict(string Pointer, MergeSide First, MergeSide Second)
{
    public IEnumerable<string> Lines => [$"{Pointer}:", .. First.Lines, .. Second.Lines];
}
