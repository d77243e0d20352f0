namespace Aurora.Spec;

/// <summary>A failure that the maintainer has to fix. The lines say what is wrong and how to fix it.</summary>
#pragma warning disable CA1032 // An exception without a message would not help.
internal sealed class SpecException(params IReadOnlyList<string> lines) : Exception(string.Join(Environment.NewLine, lines))
#pragma warning restore CA1032
{
    public IReadOnlyList<string> Lines => lines;

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

/// <summary>The exit codes of the tool. Scripts depend on them, and <c>--help</c> lists them.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Found = 1;
    public const int BadInput = 2;

    // 128 + SIGINT, as in shells.
    public const int Interrupted = 130;

    public const string Help =
        """
        Exit codes:
          0    success
          1    --fail-on matched a difference, api or check found a problem, or a release failed
          2    the command line, a variable, a document or the working copy is invalid; nothing was written
          130  interrupted; nothing was written, except what a release printed as pushed
        """;
}
