namespace Aurora.Spec;

/// <summary>
/// Something that the maintainer has to mend, in words for them: the input, the rule it breaks, and the way out, a line each.
/// </summary>
#pragma warning disable CA1032 // Without a message it would have nothing to say.
internal sealed class SpecException(params string[] lines) : Exception(string.Join(Environment.NewLine, lines))
#pragma warning restore CA1032
{
    public IReadOnlyList<string> Lines => lines;
}
