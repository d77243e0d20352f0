using Spectre.Console;

namespace Aurora.Cli.Terminals;

/// <summary>Prompts on standard error, which keeps the prompt out of the results, and hides the input.</summary>
internal static class SecretPrompt
{
    public static string Ask(string prompt)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Prompt(new TextPrompt<string>(Markup.Escape(prompt)).Secret(mask: null));
    }
}
