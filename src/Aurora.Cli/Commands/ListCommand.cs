using System.CommandLine;
using Aurora.Cli.Terminals;
using Aurora.Cli.Videos;
using Aurora.Client;

namespace Aurora.Cli.Commands;

/// <summary><c>aurora list</c>: the whole account, or the videos with the given ids.</summary>
internal sealed class ListCommand : Command
{
    private readonly Option<string[]> _ids = new("--ids")
    {
        Description = $"Only these videos: up to {AuroraApi.MaxIds} ids, separated by commas or spaces. @file reads them from a file.",
        HelpName = "id,id,…",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _ordering = new("--ordering")
    {
        Description = "In which order: fields of the API separated by commas, with a minus for descending: status,-created_at. "
            + "Otherwise as the API does.",
        HelpName = "fields",
    };

    private readonly ConnectionOptions _connection = new();
    private readonly OutputOptions _output = new();
    private readonly ToolConsole _console;

    public ListCommand(ToolConsole console)
        : base("list", "Lists the videos of the account.")
    {
        _console = console;
        Add(_ids);
        Add(_ordering);
        _connection.AddTo(this);
        _output.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var ids = parsed.GetResult(_ids) is null ? null : string.Join(',', parsed.GetValue(_ids)!);
        await using var connection = await _connection.OpenAsync(parsed, _console);
        var videos = await ListAsync(connection.Client, ids, parsed.GetValue(_ordering), cancellationToken);
        _output.Write(videos, parsed, _console);
        return Conclude(videos, ids);
    }

    private static async Task<IReadOnlyList<AuroraFlow>> ListAsync(
        IAuroraClient client, string? ids, string? ordering, CancellationToken cancellationToken)
    {
        try
        {
            var order = ordering is null ? default : AuroraOrdering.By(ordering);
            return await (ids is null ? client.ListAsync(order, cancellationToken) : client.ListAsync(ids, order, cancellationToken));
        }
        catch (ArgumentException exception)
        {
            throw UsageException.From(exception);
        }
    }

    private int Conclude(IReadOnlyList<AuroraFlow> videos, string? ids)
    {
        if (_console.IsTerminal && videos.Count > 0)
            _console.Say(VideoText.Summary(videos));
        if (ids is null)
        {
            if (videos.Count == 0)
                _console.Say("The account has no videos yet.");
            return ExitCode.Done;
        }

        var missing = MissingIds.Of(ids, videos);
        if (missing.Count == 0)
            return ExitCode.Done;

        _console.Say($"aurora: {missing.Count} of {missing.Count + videos.Count} ids not found:");
        foreach (var id in missing)
            _console.Say(id.ToString());
        return ExitCode.Failed;
    }
}
