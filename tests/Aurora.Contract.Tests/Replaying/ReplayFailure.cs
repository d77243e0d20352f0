namespace Aurora.Contract.Tests.Replaying;

/// <summary>A difference between the client and the document.</summary>
/// <param name="Place">The JSON pointer of the relevant part of the document.</param>
/// <param name="Text">A description of the difference.</param>
internal sealed record ReplayFailure(string Place, string Text)
{
    public override string ToString() => $"{Text}\n    {Place}";
}
