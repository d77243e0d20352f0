using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Aurora.Cli;

/// <summary>Parses the command line and runs the command.</summary>
internal static class AuroraTool
{
    // By default, a value that starts with @ is the name of a file with further arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <param name="fallback">Runs a command that this build does not support and returns its exit code. Returns null for all other commands.</param>
    public static async Task<int> RunAsync(
        string[] args, ToolConsole console, Func<ParseResult, int?>? fallback = null, CancellationToken cancellationToken = default)
    {
        var parsed = CreateRootCommand(console).Parse(args, Parsing);
        if (parsed.Action is ParseErrorAction)
            return ReportParseErrors(parsed, console);

        var invocation = new InvocationConfiguration
        {
            Output = console.Output,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            // The parser listens to signals only once the command waits for something.
            ProcessTerminationTimeout = null,
        };
        try
        {
            if (fallback?.Invoke(parsed) is { } fallbackExitCode)
                return fallbackExitCode;
            using var interruption = new Interruption(console, cancellationToken);
            var exitCode = await parsed.InvokeAsync(invocation, interruption.Token);
            await console.Output.FlushAsync(CancellationToken.None);
            return exitCode;
        }
        catch (Exception exception)
        {
            return Report(Failure.From(exception, console.IsVerbose), console);
        }
    }

    private static RootCommand CreateRootCommand(ToolConsole console)
    {
        var root = new RootCommand($"Work with the videos in your Aurora account.\n\n{ConnectionOptions.Help}\n\n{ExitCode.Help}")
        {
            new ListCommand(console),
            new GetCommand(console),
            new WatchCommand(console),
            new DownloadCommand(console),
            new GalleryCommand(console),
            new ApiCommand(console),
            new CheckCommand(console),
            new MockCommand(console),
            new LoginCommand(console),
            new LogoutCommand(console),
            new CompletionCommand(console),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = "Show help.";
        help.Action = new CommandHelp((HelpAction)help.Action!);
        var version = root.Options.OfType<VersionOption>().Single();
        version.Description = "Show the versions of the tool and the API document.";
        version.Action = new VersionAction(console);
        // Without an action, the parser also reports a mistyped command as a missing command.
        root.SetAction(_ => Report(new Failure(ExitCode.Usage, "No command was specified.", HelpHint("aurora")), console));
        return root;
    }

    // The parser's own action writes the help to standard output and ignores NO_COLOR.
    private static int ReportParseErrors(ParseResult parsed, ToolConsole console)
    {
        var path = parsed.CommandResult.Command is RootCommand ? "aurora" : $"aurora {parsed.CommandResult.Command.Name}";
        return Report(new Failure(ExitCode.Usage, [.. parsed.Errors.Select(error => error.Message).Distinct(), HelpHint(path)]), console);
    }

    private static string HelpHint(string path) => $"Run '{path} --help' for usage.";

    private static int Report(Failure failure, ToolConsole console)
    {
        for (var i = 0; i < failure.Lines.Length; i++)
            console.WriteMessage(i == 0 ? $"aurora: {failure.Lines[i]}" : failure.Lines[i]);
        return failure.ExitCode;
    }
}

/// <summary>Which release of the tool this is.</summary>
internal static class ToolVersion
{
    public static string Text { get; } = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Gets the tool as a product of a <c>User-Agent</c> header, without the commit.</summary>
    public static string Product { get; } = "aurora/" + Text.Split('+')[0];
}

/// <summary><c>--version</c>: shows the version of the tool and of the document that the client is generated from.</summary>
internal sealed class VersionAction(ToolConsole console) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        console.Output.WriteLine($"aurora {ToolVersion.Text}");
        console.Output.WriteLine($"document: {AuroraClient.Specification}");
        return ExitCode.Success;
    }
}
