using System.CommandLine.Invocation;

namespace Aurora.Spec;

/// <summary>Runs the tool on a given console.</summary>
internal static class SpecTool
{
    public static async Task<int> RunAsync(string[] args, SpecConsole console, CancellationToken cancellationToken = default)
    {
        var parsed = Commands(console).Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            Tell([.. parsed.Errors.Select(error => error.Message).Distinct(), "Run it with --help to see what it takes."], console);
            return ExitCode.BadInput;
        }

        var invocation = new InvocationConfiguration { Output = console.Output, Error = console.Error, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (SpecException exception)
        {
            Tell(exception.Lines, console);
            return exception.ExitCode;
        }
        catch (OperationCanceledException)
        {
            console.Error.WriteLine("Interrupted. Nothing was written.");
            return ExitCode.Interrupted;
        }
    }

    private static RootCommand Commands(SpecConsole console)
    {
        var root = new RootCommand($"Take in the vendor's documents, check the repository, and release the packages.\n\n{ExitCode.Help}");
        root.Add(new DiffCommand(console));
        root.Add(new UpdateCommand(console));
        root.Add(ApiCommand.Create(console));
        root.Add(CheckCommand.Create(console));
        root.Add(BaselineCommand.Create(console));
        root.Add(new ReleaseCommand(console));
        return root;
    }

    // Text from a document can contain escape sequences for a terminal.
    private static void Tell(IEnumerable<string> lines, SpecConsole console)
    {
        foreach (var line in lines.SelectMany(line => line.ReplaceLineEndings("\n").Split('\n')))
            console.Error.WriteLine(TerminalText.Sanitize(line));
    }
}
