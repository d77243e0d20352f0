namespace Aurora.Spec.CSharp;

/// <summary>How a member differs. The values are in the order of a report.</summary>
internal enum ChangeKind
{
    Removed,
    Changed,
    Added,
}
