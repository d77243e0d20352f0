using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Aurora.Cli.Commands;
using Aurora.Cli.Terminals;

namespace Aurora.Cli;

/// <summary>The whole tool, with its console passed in.</summary>
internal static class AuroraTool
{
    private static readonly TimeSpan InterruptedWithin = TimeSpan.FromSeconds(1);

    /// <param name="args">The command line.</param>
    /// <param name="console">Where results and messages go.</param>
    /// <param name="elsewhere">Serves a command line that this build of the tool cannot serve, and returns its exit code; null for every other.</param>
    /// <param name="cancellationToken">Interrupts the command.</param>
    public static async Task<int> RunAsync(
        string[] args, ToolConsole console, Func<ParseResult, int?>? elsewhere = null, CancellationToken cancellationToken = default)
    {
        var parsed = Commands(console).Parse(args);
        if (parsed.Action is ParseErrorAction)
            return Refuse(parsed, console);

        var invocation = new InvocationConfiguration
        {
            Output = console.Output,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = InterruptedWithin,
        };
        try
        {
            if (elsewhere?.Invoke(parsed) is { } served)
                return served;
            var exitCode = await parsed.InvokeAsync(invocation, cancellationToken);
            await console.Output.FlushAsync(CancellationToken.None);
            return exitCode;
        }
        catch (Exception exception)
        {
            return Report(Failure.Of(exception, console.IsVerbose), console);
        }
    }

    private static RootCommand Commands(ToolConsole console)
    {
        var root = new RootCommand($"Lists, watches and fetches the videos of an Aurora account.\n\n{ConnectionOptions.Help}\n\n{ExitCode.Help}")
        {
            new ListCommand(console),
            new GetCommand(console),
            new WatchCommand(console),
            new DownloadCommand(console),
            new GalleryCommand(console),
            new CheckCommand(console),
            new MockCommand(console),
            new LoginCommand(console),
            new LogoutCommand(console),
            new CompletionCommand(console),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExamplesHelp((HelpAction)help.Action!);
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(console);
        // Without an action, a mistyped command would be reported as a missing one too.
        root.SetAction(_ => Report(new Failure(ExitCode.Usage, "There is no command.", SeeHelp("aurora")), console));
        return root;
    }

    // The action that comes with the parser prints the help to standard output, and colours the console whatever NO_COLOR says.
    private static int Refuse(ParseResult parsed, ToolConsole console)
    {
        var path = parsed.CommandResult.Command is RootCommand ? "aurora" : $"aurora {parsed.CommandResult.Command.Name}";
        return Report(new Failure(ExitCode.Usage, [.. parsed.Errors.Select(error => error.Message).Distinct(), SeeHelp(path)]), console);
    }

    private static string SeeHelp(string path) => $"Run '{path} --help' to see what it takes.";

    private static int Report(Failure failure, ToolConsole console)
    {
        for (var i = 0; i < failure.Lines.Length; i++)
            console.Say(i == 0 ? $"aurora: {failure.Lines[i]}" : failure.Lines[i]);
        return failure.ExitCode;
    }
}
