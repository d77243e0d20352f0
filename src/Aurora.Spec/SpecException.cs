namespace Aurora.Spec;

/// <summary>A failure that the maintainer has to fix. The lines say what is wrong and how to fix it.</summary>
#pragma warning disable CA1032 // An exception without a message would not help.
internal sealed class SpecException(params IReadOnlyList<string> lines) : Exception(string.Join(Environment.NewLine, lines))
#pragma warning restore CA1032
{
    public IReadOnlyList<string> Lines => lines;

    /// <summary>Gets the exit code of the tool.</summary>
    public int ExitCode { get; init; } = Spec.ExitCode.BadInput;

    /// <summary>Returns the messages of an exception and its causes in one line.</summary>
    public static string TextOf(Exception? exception)
    {
        var messages = new List<string>();
        for (; exception is not null; exception = exception.InnerException)
            messages.Add(exception.Message.ReplaceLineEndings(" ").Trim());
        return string.Join(" ", messages.Distinct());
    }
}
