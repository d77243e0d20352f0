using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Aurora.Cli.Commands;

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

/// <summary>A command of the tool.</summary>
/// <param name="name">The name of the command.</param>
/// <param name="summary">One imperative sentence of at most 60 characters. <c>aurora --help</c> shows it.</param>
/// <param name="details">Additional sentences for the help of the command.</param>
internal abstract class ToolCommand(string name, string summary, string details) : Command(name, summary)
{
    public string Details => details;

    /// <summary>Command lines that the help of the command shows.</summary>
    public abstract string[] Examples { get; }
}
