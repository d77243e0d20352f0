using System.CommandLine;
using Aurora.Cli.Profiles;
using Aurora.Cli.Terminals;

namespace Aurora.Cli.Commands;

/// <summary><c>aurora logout</c>: the profile goes.</summary>
internal sealed class LogoutCommand : ToolCommand
{
    public LogoutCommand(ToolConsole console)
        : base("logout", "Deletes the keys that 'aurora login' keeps. Those of the environment stay.")
    {
        SetAction(_ =>
        {
            var file = ProfileFile.Of(console.Variable);
            console.Say(file.Delete() ? $"Deleted {file.Path}." : "There were no keys to delete.");
            return ExitCode.Done;
        });
    }

    public override string[] Examples =>
    [
        "aurora logout",
    ];
}
