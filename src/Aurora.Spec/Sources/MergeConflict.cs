namespace Aurora.Spec.Sources;

/// <summary>A place at which two documents do not say the same.</summary>
internal sealed record MergeConflict(string Pointer, MergeSide First, MergeSide Second)
{
    public IEnumerable<string> Lines => [$"{Pointer}:", .. First.Lines, .. Second.Lines];
}
