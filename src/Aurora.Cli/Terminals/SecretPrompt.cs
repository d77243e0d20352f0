using Spectre.Console;

namespace Aurora.Cli.Terminals;

/// <summary>Prompts on standard error, which keeps the prompt out of the results, and hides the input.</summary>
internal static class SecretPrompt
{
    public static Task<string> AskAsync(string prompt, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.PromptAsync(new TextPrompt<string>(Markup.Escape(prompt)).Secret(mask: null), cancellationToken);
    }
}
