namespace Aurora.Cli;

/// <summary>What the user gave cannot be used. The message is for them, a line for each sentence that stands alone.</summary>
#pragma warning disable CA1032 // Without a message there would be nothing to show.
internal sealed class UsageException(params string[] lines) : Exception(string.Join(Environment.NewLine, lines))
#pragma warning restore CA1032
{
    public IReadOnlyList<string> Lines => lines;

    /// <summary>The client's own refusal, without the name of the parameter that only a programmer knows.</summary>
    public static UsageException From(ArgumentException exception)
    {
        var tail = $" (Parameter '{exception.ParamName}')";
        var message = exception.Message;
        return new UsageException(message.EndsWith(tail, StringComparison.Ordinal) ? message[..^tail.Length] : message);
    }
}
