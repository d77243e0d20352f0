using Spectre.Console;

namespace Aurora.Cli.Terminals;

/// <summary>Prompts for a secret on standard error, so that the prompt is not part of the results, and hides the input.</summary>
internal static class SecretPrompt
{
    public static Task<string> AskAsync(string prompt, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.PromptAsync(new TextPrompt<string>(Markup.Escape(prompt)).Secret(mask: null), cancellationToken);
    }
}
