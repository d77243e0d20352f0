namespace Aurora.Cli.Commands;

/// <summary><c>aurora completion SHELL</c>: prints a completion script.</summary>
internal sealed class CompletionCommand : ToolCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];
    private readonly Argument<string> _shell = new("shell") { Description = $"The shell: {string.Join(", ", Shells)}.", HelpName = "shell" };

    public CompletionCommand(ToolConsole console)
        : base(
            console,
            "completion",
            "Print a completion script for your shell.",
            "The script completes the commands, options and values of aurora.",
            "source <(aurora completion bash)                                    # in ~/.bashrc",
            "source <(aurora completion zsh)                                     # in ~/.zshrc, after compinit",
            "aurora completion fish > ~/.config/fish/completions/aurora.fish",
            "aurora completion pwsh | Out-String | Invoke-Expression             # in $PROFILE")
    {
        _shell.AcceptOnlyFromAmong(Shells);
        Add(_shell);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var script = new StreamReader(typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion.{parsed.GetValue(_shell)}")!);
        await Console.Output.WriteAsync(await script.ReadToEndAsync(cancellationToken));
        return ExitCode.Success;
    }
}
