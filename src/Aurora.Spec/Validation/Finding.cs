using Aurora.Spec.Documents;

namespace Aurora.Spec.Validation;

/// <param name="Node">Where it is.</param>
/// <param name="Message">What is wrong with it.</param>
internal sealed record Finding(SpecNode Node, string Message);
