using System.Net;
using Aurora.Client;

namespace Aurora.Cli;

/// <summary>Turns what went wrong into an exit code and into lines for a person.</summary>
internal sealed record Failure(int ExitCode, params string[] Lines)
{
    public static Failure Of(Exception exception, bool isVerbose) =>
        isVerbose ? Of(exception) with { Lines = [.. Of(exception).Lines, .. Causes(exception)] } : Of(exception);

    public static Failure Of(Exception exception) => exception switch
    {
        UsageException usage => new(Cli.ExitCode.Usage, [.. usage.Lines]),
        AuroraApiException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } refused =>
            new(Cli.ExitCode.Authentication, InWordsOfTheTool(refused), "Check the keys, which go together: AURORA_API_ID and AURORA_API_KEY, or those that 'aurora login' keeps."),
        AuroraApiException failed => new(Cli.ExitCode.Network, InWordsOfTheTool(failed)),
        OperationCanceledException => new(Cli.ExitCode.Interrupted, "interrupted"),
        IOException unwritten => new(Cli.ExitCode.Failed, $"The result could not be written: {unwritten.Message}"),
        _ => new(Cli.ExitCode.Failed, $"{exception.GetType().Name}: {exception.Message}"),
    };

    private static string InWordsOfTheTool(AuroraApiException exception) => exception.Message.Replace(nameof(AuroraClientOptions.BaseAddress), "--base-url", StringComparison.Ordinal);

    private static IEnumerable<string> Causes(Exception exception)
    {
        for (var cause = exception.InnerException; cause is not null; cause = cause.InnerException)
            yield return $"  because of {cause.GetType().Name}: {cause.Message}";
    }
}
