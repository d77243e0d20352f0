namespace Aurora.Spec;

/// <summary>
/// An error that the maintainer must fix. The lines of the message name the input, the broken rule, and the fix.
/// </summary>
#pragma warning disable CA1032 // The exception requires a message.
internal sealed class SpecException(params string[] lines) : Exception(string.Join(Environment.NewLine, lines))
#pragma warning restore CA1032
{
    public IReadOnlyList<string> Lines => lines;
}
