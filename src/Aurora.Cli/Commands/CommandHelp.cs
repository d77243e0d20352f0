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
