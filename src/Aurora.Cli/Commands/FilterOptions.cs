using System.CommandLine;
using Aurora.Cli.Filters;
using Aurora.Cli.Terminals;
using Aurora.Client;

namespace Aurora.Cli.Commands;

/// <summary>The options that choose among the videos that the API lists.</summary>
internal sealed class FilterOptions
{
    private readonly Option<AuroraStatus[]> _status = new("--status")
    {
        Description = "Only videos with one of these statuses, separated by commas or spaces.",
        HelpName = string.Join('|', AuroraStatus.KnownValues),
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens
            .SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(status => Known(status, result))],
    };

    private readonly Option<string> _since = new("--since")
    {
        Description = $"Only videos created then or later: {PointInTime.Forms}.",
        HelpName = "time",
    };

    private readonly Option<string> _name = new("--name")
    {
        Description = "Only videos with this in their name, or whose whole name fits a pattern with * and ?. Case does not count.",
        HelpName = "text",
    };

    private readonly bool _hasStatus;

    /// <param name="hasStatus">Whether the status can be chosen, or is settled by what the command does.</param>
    public FilterOptions(bool hasStatus = true)
    {
        _hasStatus = hasStatus;
        _status.CompletionSources.Add(_ => AuroraStatus.KnownValues.Select(status => new System.CommandLine.Completions.CompletionItem(status.Value)));
    }

    public void AddTo(Command command)
    {
        if (_hasStatus)
            command.Add(_status);
        command.Add(_since);
        command.Add(_name);
    }

    /// <exception cref="UsageException">The time is none.</exception>
    public VideoFilter Read(ParseResult parsed, ToolConsole console) => new(
        (_hasStatus ? parsed.GetValue(_status) : null) ?? [],
        parsed.GetValue(_since) is { } since ? Time(since, console.Clock.GetUtcNow()) : null,
        parsed.GetValue(_name));

    private static DateTimeOffset Time(string text, DateTimeOffset now) => PointInTime.TryParse(text, now, out var time)
        ? time
        : throw new UsageException($"'{text}' is no time for --since. It takes {PointInTime.Forms}.");

    private static AuroraStatus Known(string text, System.CommandLine.Parsing.ArgumentResult result)
    {
        var status = new AuroraStatus(text.ToLowerInvariant());
        if (!status.IsKnown)
            result.AddError($"'{text}' is no status of the API. There are: {string.Join(", ", AuroraStatus.KnownValues)}.");
        return status;
    }
}
