namespace Aurora.Contract.Tests.Replaying;

/// <summary>One thing in which the client and the document do not agree.</summary>
/// <param name="Place">Where the document says otherwise, as a JSON pointer.</param>
/// <param name="Text">What is not as it should be.</param>
internal sealed record ReplayFailure(string Place, string Text)
{
    public override string ToString() => $"{Text}\n    {Place}";
}
