namespace Aurora.Spec.Diffing;

/// <param name="Text">As the document says it.</param>
/// <param name="Amount">In the smallest unit of its kind, so that 60 seconds and a minute are the same.</param>
/// <param name="Other">What is no amount: a range, a list of formats; else empty.</param>
internal sealed record ProseLimit(string Text, double Amount, string Other);
