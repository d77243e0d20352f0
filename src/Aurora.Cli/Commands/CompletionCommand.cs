using System.CommandLine;
using Aurora.Cli.Terminals;

namespace Aurora.Cli.Commands;

/// <summary><c>aurora completion SHELL</c>: prints a completion script.</summary>
internal sealed class CompletionCommand : ToolCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public CompletionCommand(ToolConsole console)
        : base(
            "completion",
            "Print a completion script for your shell.",
            "The script completes the commands, options and values of aurora.")
    {
        var shell = new Argument<string>("shell") { Description = $"The shell: {string.Join(", ", Shells)}.", HelpName = "shell" };
        shell.AcceptOnlyFromAmong(Shells);
        Add(shell);
        SetAction(parsed =>
        {
            var name = $"completion.{parsed.GetValue(shell)}";
            using var script = new StreamReader(typeof(CompletionCommand).Assembly.GetManifestResourceStream(name)!);
            console.Output.Write(script.ReadToEnd());
            return ExitCode.Success;
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
