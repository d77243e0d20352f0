using System.CommandLine;
using Aurora.Cli.Terminals;
using Aurora.Cli.Videos;
using Aurora.Client;

namespace Aurora.Cli.Commands;

/// <summary>The options of every command that shows videos.</summary>
internal sealed class OutputOptions
{
    private const string Table = "table";
    private const string Json = "json";

    private readonly Option<string> _output = new("--output")
    {
        Description = "As a table, or as the JSON of the API. "
            + "In a pipe or a file, the table is plain lines with tabs, full ids and the name last.",
        HelpName = $"{Table}|{Json}",
        DefaultValueFactory = _ => Table,
    };

    private readonly Option<bool> _noColor = new("--no-color")
    {
        Description = "No colours. The environment variable NO_COLOR does the same.",
    };

    public OutputOptions() => _output.AcceptOnlyFromAmong(Table, Json);

    public void AddTo(Command command)
    {
        command.Add(_output);
        command.Add(_noColor);
    }

    public void Write(IReadOnlyList<AuroraFlow> videos, ParseResult parsed, ToolConsole console)
    {
        if (parsed.GetValue(_output) == Json)
            VideoJson.Write(videos, console.Output);
        else if (!console.IsTerminal)
            VideoLines.Write(videos, console.Output);
        else if (videos.Count > 0)
            new VideoTable(console.Width, console.AllowsColor && !parsed.GetValue(_noColor)).Write(videos, console.Output);
        console.Output.Flush();
    }
}
