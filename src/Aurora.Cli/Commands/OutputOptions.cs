using System.CommandLine.Completions;

namespace Aurora.Cli.Commands;

/// <summary>The values of <c>--output</c>.</summary>
internal enum OutputFormat
{
    /// <summary>A table in a terminal, and tab-separated values in a pipe or a file.</summary>
    Table,

    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>One JSON object per line, written as soon as it is available.</summary>
    Ndjson,

    /// <summary>Comma-separated values, with each line written as soon as it is available.</summary>
    Csv,
}

/// <summary>The options of all commands that write a result.</summary>
internal sealed class OutputOptions
{
    private readonly Option<OutputFormat> _output;

    private readonly Option<bool> _noColor = new("--no-color")
    {
        Description = "Disable colors. NO_COLOR has the same effect. FORCE_COLOR=1 enables them, also in a pipe.",
    };

    public OutputOptions(params OutputFormat[] formats)
        : this("Set the output format. Defaults to table, which is written as tab-separated lines in a pipe or a file.", formats)
    {
    }

    /// <param name="formats">The formats that the command supports. The first one is the default.</param>
    public OutputOptions(string description, params OutputFormat[] formats)
    {
        var names = formats.ToDictionary(Name);
        _output = new Option<OutputFormat>("--output", "-o")
        {
            Description = description,
            HelpName = string.Join('|', names.Keys),
            CustomParser = result => names.TryGetValue(result.Tokens[0].Value, out var format) ? format : AddError(result),
        };
        _output.CompletionSources.Add(_ => names.Keys.Select(name => new CompletionItem(name)));

        OutputFormat AddError(ArgumentResult result)
        {
            result.AddError($"'{result.Tokens[0].Value}' is not valid for --output. Use one of: {string.Join(", ", names.Keys)}.");
            return formats[0];
        }
    }

    public void AddTo(Command command)
    {
        command.Add(_output);
        command.Add(_noColor);
    }

    public OutputFormat Format(ParseResult parsed) => parsed.GetValue(_output);

    public bool HasColor(ParseResult parsed, ToolConsole console) => console.AllowsColor && !parsed.GetValue(_noColor);

    /// <summary>Writes the result in the selected format. The second parameter of <paramref name="table"/> tells whether to use colors.</summary>
    public void Write(ParseResult parsed, ToolConsole console, Action<TextWriter> json, Action<TextWriter> tsv, Action<TextWriter, bool> table)
    {
        if (Format(parsed) == OutputFormat.Json)
            json(console.Output);
        else if (!console.IsTerminal)
            tsv(console.Output);
        else
            table(console.Output, HasColor(parsed, console));
        console.Output.Flush();
    }

    private static string Name(OutputFormat format) => format.ToString().ToLowerInvariant();
}
