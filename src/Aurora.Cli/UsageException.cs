namespace Aurora.Cli;

/// <summary>The exception that is thrown when the command line or the environment is not valid.</summary>
#pragma warning disable CA1032 // The message is required because the tool shows it to the user.
internal sealed class UsageException(params string[] lines) : Exception(string.Join(Environment.NewLine, lines))
#pragma warning restore CA1032
{
    public IReadOnlyList<string> Lines => lines;

    /// <summary>Creates an exception with the message of <paramref name="exception"/>, without the name of the parameter.</summary>
    public static UsageException From(ArgumentException exception)
    {
        var tail = $" (Parameter '{exception.ParamName}')";
        var message = exception.Message;
        return new UsageException(message.EndsWith(tail, StringComparison.Ordinal) ? message[..^tail.Length] : message);
    }
}
