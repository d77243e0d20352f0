using System.CommandLine;
using Aurora.Cli.Terminals;

namespace Aurora.Cli.Commands;

/// <summary><c>aurora completion SHELL</c>: the script with which a shell completes the tool's command lines.</summary>
internal sealed class CompletionCommand : ToolCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public CompletionCommand(ToolConsole console)
        : base("completion", "Writes the script with which a shell completes the commands, options and values of aurora.")
    {
        var shell = new Argument<string>("shell") { Description = "For which shell.", HelpName = string.Join('|', Shells) };
        shell.AcceptOnlyFromAmong(Shells);
        Add(shell);
        SetAction(parsed =>
        {
            using var script = new StreamReader(typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion.{parsed.GetValue(shell)}")!);
            console.Output.Write(script.ReadToEnd());
            return ExitCode.Done;
        });
    }

    public override string[] Examples =>
    [
        "source <(aurora completion bash)                                    # in ~/.bashrc",
        "source <(aurora completion zsh)                                     # in ~/.zshrc, after compinit",
        "aurora completion fish > ~/.config/fish/completions/aurora.fish",
        "aurora completion pwsh | Out-String | Invoke-Expression             # in $PROFILE",
    ];
}
