namespace Aurora.Cli;

/// <summary>The exit code and the message for an exception.</summary>
internal sealed record Failure(int ExitCode, params string[] Lines)
{
    public static Failure From(Exception exception, bool isVerbose) =>
        isVerbose ? From(exception) with { Lines = [.. From(exception).Lines, .. Causes(exception)] } : From(exception);

    public static Failure From(Exception exception) => exception switch
    {
        UsageException usage => new(Cli.ExitCode.Usage, [.. usage.Lines]),
        AuroraApiException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } refused =>
            new(
                Cli.ExitCode.Authentication,
                WithOptionNames(refused),
                "Check AURORA_API_ID and AURORA_API_KEY, or run 'aurora login' again. Both keys must belong to the same account."),
        AuroraApiException failed => new(Cli.ExitCode.Network, WithOptionNames(failed)),
        // As a reader such as head expects.
        StandardOutput.ReaderLeftException => new(Cli.ExitCode.Success),
        OperationCanceledException => new(Cli.ExitCode.Interrupted, "The command was interrupted."),
        IOException failed => new(Cli.ExitCode.Failed, $"The output could not be written: {failed.Message}"),
        _ => new(Cli.ExitCode.Failed, $"{exception.GetType().Name}: {exception.Message}"),
    };

    private static string WithOptionNames(AuroraApiException exception) => exception.Message.Replace(nameof(AuroraClientOptions.BaseAddress), "--base-url", StringComparison.Ordinal);

    private static IEnumerable<string> Causes(Exception exception)
    {
        for (var cause = exception.InnerException; cause is not null; cause = cause.InnerException)
            yield return $"  caused by {cause.GetType().Name}: {cause.Message}";
    }
}

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

/// <summary>The exit codes of the tool. <c>aurora --help</c> lists them, and scripts rely on their values.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int Authentication = 3;
    public const int Network = 4;

    // 128 + SIGINT, as in shells.
    public const int Interrupted = 130;

    public const string Help =
        """
        Exit codes:
          0    The command succeeded.
          1    A video or download failed, an id was not found, or drift was found.
          2    The command line, an id or the address is invalid, or a key is missing.
          3    The API rejected the keys.
          4    The network or the server failed.
          130  The command was interrupted.
        """;
}
