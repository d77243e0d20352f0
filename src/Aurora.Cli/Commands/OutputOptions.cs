using System.CommandLine;
using Aurora.Cli.Terminals;

namespace Aurora.Cli.Commands;

/// <summary>The options of every command that shows a table.</summary>
internal sealed class OutputOptions(string description)
{
    private const string Table = "table";
    private const string Json = "json";

    private readonly Option<string> _output = new("--output")
    {
        Description = description,
        HelpName = $"{Table}|{Json}",
        DefaultValueFactory = _ => Table,
    };

    private readonly Option<bool> _noColor = new("--no-color")
    {
        Description = "No colours. The environment variable NO_COLOR does the same.",
    };

    public void AddTo(Command command)
    {
        _output.AcceptOnlyFromAmong(Table, Json);
        command.Add(_output);
        command.Add(_noColor);
    }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_output) == Json;

    public bool HasColor(ParseResult parsed, ToolConsole console) => console.AllowsColor && !parsed.GetValue(_noColor);
}
