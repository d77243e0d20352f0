using System.CommandLine;
using Aurora.Cli.Profiles;
using Aurora.Cli.Terminals;

namespace Aurora.Cli.Commands;

/// <summary><c>aurora logout</c>: deletes the profile.</summary>
internal sealed class LogoutCommand : ToolCommand
{
    public LogoutCommand(ToolConsole console)
        : base(
            "logout",
            "Delete the stored API keys.",
            "Deletes the file that 'aurora login' created. Does not change the environment variables.")
    {
        SetAction(_ =>
        {
            var file = ProfileFile.Locate(console.Variable);
            console.WriteMessage(file.Delete() ? $"Deleted {file.Path}." : "There are no stored keys to delete.");
            return ExitCode.Success;
        });
    }

    public override string[] Examples =>
    [
        "aurora logout",
    ];
}
