using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Aurora.Cli.Commands;

/// <summary>A command of the tool.</summary>
internal abstract class ToolCommand : Command
{
    /// <param name="summary">One imperative sentence of at most 60 characters. <c>aurora --help</c> shows it.</param>
    /// <param name="details">Additional sentences for the help of the command.</param>
    /// <param name="examples">Command lines that the help of the command shows.</param>
    protected ToolCommand(ToolConsole console, string name, string summary, string details, params string[] examples)
        : base(name, summary)
    {
        (Console, Details, Examples) = (console, details, examples);
        SetAction(RunAsync);
    }

    public string Details { get; }

    public string[] Examples { get; }

    protected ToolConsole Console { get; }

    protected abstract Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken);
}

/// <summary>Writes the help of the parser, with the details and the examples of the command.</summary>
internal sealed class CommandHelp(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        if (parseResult.CommandResult.Command is not ToolCommand command)
            return help.Invoke(parseResult);

        // The parser shows the description in the list of commands too, which has no room for the details.
        command.Description = $"{command.Description}\n\n{command.Details}";
        var exitCode = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in command.Examples)
            output.WriteLine($"  {example}");
        output.WriteLine();
        return exitCode;
    }
}
