using Aurora.Cli.Profiles;

namespace Aurora.Cli.Commands;

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
