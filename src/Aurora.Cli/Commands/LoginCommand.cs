namespace Aurora.Cli.Commands;

/// <summary><c>aurora login</c>: verifies the keys and stores them in the profile.</summary>
internal sealed class LoginCommand : ToolCommand
{
    private readonly ConnectionOptions _connection = new();

    public LoginCommand(ToolConsole console)
        : base(
            console,
            "login",
            "Store your API keys on this machine.",
            "Prompts for the API ID and the API key, verifies them, and stores them in a file that only you can read. "
            + "From a pipe, reads them from two lines. The environment variables take precedence over the stored keys.",
            "aurora login",
            "pass show aurora | aurora login")
    {
        _connection.AddAccountTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = ProfileFile.Locate(Console.Variable);
        var profile = new Profile(
            await ReadAsync("API ID", cancellationToken), await ReadAsync("API key", cancellationToken), _connection.BaseUrl(parsed));
        Console.Secrets = profile.Keys;
        await using (var connection = _connection.OpenAccount(parsed, profile, Console))
        {
            // No video has this id, so the request verifies the keys without returning data.
            await connection.Client.FindAsync(Guid.Empty, cancellationToken);
        }

        await file.SaveAsync(profile);
        Console.WriteMessage($"The API accepted the keys. They are stored in {file.Path}, which only you can read.");
        if (!ApiKeys.From(Console.Variable).IsEmpty)
        {
            Console.WriteMessage($"{ApiKeys.IdVariable} or {ApiKeys.KeyVariable} is set. The environment takes precedence over the stored keys.");
        }

        return ExitCode.Success;
    }

    private async Task<string> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var line = Console.IsInputTerminal
            ? await Console.AskSecret($"{name}:", cancellationToken)
            : await Console.ReadInputAsync(input => input.ReadLine(), cancellationToken);
        var value = line?.Trim();
        return string.IsNullOrEmpty(value)
            ? throw new UsageException($"The {name} is empty. Enter the API ID and then the API key. In a pipe, write them on two lines.")
            : value;
    }
}

/// <summary><c>aurora logout</c>: deletes the profile.</summary>
internal sealed class LogoutCommand(ToolConsole console) : ToolCommand(
    console,
    "logout",
    "Delete the stored API keys.",
    "Deletes the file that 'aurora login' created. Does not change the environment variables.",
    "aurora logout")
{
    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = ProfileFile.Locate(Console.Variable);
        Console.WriteMessage(file.Delete() ? $"Deleted {file.Path}." : "There are no stored keys to delete.");
        return Task.FromResult(ExitCode.Success);
    }
}
