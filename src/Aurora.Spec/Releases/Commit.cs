namespace Aurora.Spec.Releases;

/// <summary>What is released.</summary>
/// <param name="Id">Its hash.</param>
internal sealed record Commit(string Id);
