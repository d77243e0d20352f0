using Spectre.Console;

namespace Aurora.Cli.Terminals;

/// <summary>Asks on standard error, so that the question is no part of the results, and shows nothing of what is typed.</summary>
internal static class SecretPrompt
{
    public static string Ask(string question)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Prompt(new TextPrompt<string>(Markup.Escape(question)).Secret(mask: null));
    }
}
