using System.CommandLine.Completions;

namespace Aurora.Cli.Commands;

/// <summary>The options that filter the videos of the account.</summary>
internal sealed class FilterOptions
{
    private readonly Option<AuroraStatus[]> _status = new("--status")
    {
        Description = $"Include only videos with this status: {string.Join(", ", AuroraStatus.KnownValues)}. "
            + "Separate several statuses with commas or spaces.",
        HelpName = "status",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens
            .SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(status => Known(status, result))],
    };

    private readonly Option<string> _since = new("--since")
    {
        Description = $"Include only videos created at or after this time: {PointInTime.Syntax}.",
        HelpName = "time",
    };

    private readonly Option<string> _name = new("--name")
    {
        Description = "Include only videos whose name contains this text or matches a pattern with * and ?. Ignores case.",
        HelpName = "text",
    };

    private readonly bool _hasStatus;

    public FilterOptions(bool hasStatus = true)
    {
        _hasStatus = hasStatus;
        _status.CompletionSources.Add(_ => AuroraStatus.KnownValues.Select(status => new CompletionItem(status.Value)));
    }

    public void AddTo(Command command)
    {
        if (_hasStatus)
            command.Add(_status);
        command.Add(_since);
        command.Add(_name);
    }

    public VideoFilter Read(ParseResult parsed, ToolConsole console) => new(
        (_hasStatus ? parsed.GetValue(_status) : null) ?? [],
        parsed.GetValue(_since) is { } since ? Time(since, console.Clock.GetUtcNow()) : null,
        parsed.GetValue(_name));

    private static DateTimeOffset Time(string text, DateTimeOffset now) => PointInTime.TryParse(text, now, out var time)
        ? time
        : throw new UsageException($"'{text}' is not valid for --since. Specify {PointInTime.Syntax}.");

    private static AuroraStatus Known(string text, ArgumentResult result)
    {
        var status = new AuroraStatus(text.ToLowerInvariant());
        if (!status.IsKnown)
            result.AddError($"'{text}' is not a valid status. Use one of: {string.Join(", ", AuroraStatus.KnownValues)}.");
        return status;
    }
}
