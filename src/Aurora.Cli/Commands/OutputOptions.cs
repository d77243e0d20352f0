using System.CommandLine;
using Aurora.Cli.Terminals;
using Aurora.Cli.Videos;
using Aurora.Client;

namespace Aurora.Cli.Commands;

/// <summary>The options of every command that shows something.</summary>
internal sealed class OutputOptions
{
    private const string Table = "table";
    private const string Json = "json";

    private readonly Option<string> _output;

    private readonly Option<bool> _noColor = new("--no-color")
    {
        Description = "No colours. The environment variable NO_COLOR does the same.",
    };

    /// <param name="json">What the JSON holds.</param>
    /// <param name="lines">What the lines hold that stand for the table where no person looks.</param>
    public OutputOptions(string json = "the JSON of the API", string lines = "plain lines with tabs, full ids and the name last")
    {
        _output = new Option<string>("--output")
        {
            Description = $"As a table, or as {json}. In a pipe or a file, the table is {lines}.",
            HelpName = $"{Table}|{Json}",
            DefaultValueFactory = _ => Table,
        };
        _output.AcceptOnlyFromAmong(Table, Json);
    }

    public void AddTo(Command command)
    {
        command.Add(_output);
        command.Add(_noColor);
    }

    public void Write(IReadOnlyList<AuroraFlow> videos, ParseResult parsed, ToolConsole console) => Write(
        parsed,
        console,
        json: output => VideoJson.Write(videos, output),
        lines: output => VideoLines.Write(videos, output),
        table: (output, hasColor) =>
        {
            if (videos.Count > 0)
                new VideoTable(console.Width, hasColor).Write(videos, output);
        });

    /// <summary>Writes in the one form that was asked for; the table is told whether it may have colours.</summary>
    public void Write(ParseResult parsed, ToolConsole console, Action<TextWriter> json, Action<TextWriter> lines, Action<TextWriter, bool> table)
    {
        if (parsed.GetValue(_output) == Json)
            json(console.Output);
        else if (!console.IsTerminal)
            lines(console.Output);
        else
            table(console.Output, console.AllowsColor && !parsed.GetValue(_noColor));
        console.Output.Flush();
    }
}
