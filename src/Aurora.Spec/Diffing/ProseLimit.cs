namespace Aurora.Spec.Diffing;

/// <param name="Text">The limit in the words of the document.</param>
/// <param name="Amount">The amount in the smallest unit of its kind, so that 60 seconds equal one minute.</param>
/// <param name="Other">A limit that is not an amount, such as a range or a list of formats; otherwise empty.</param>
internal sealed record ProseLimit(string Text, double Amount, string Other);
