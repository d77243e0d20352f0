namespace Aurora.Spec.Reports;

/// <summary>The option that selects the format of a report.</summary>
internal sealed class DifferenceOutput
{
    private const string Table = "table";
    private const string Json = "json";
    private const string Markdown = "markdown";

    private readonly Option<string> _output = new("--output")
    {
        Description = "Set the format: a table, JSON for scripts, or Markdown for a review.",
        HelpName = $"{Table}|{Json}|{Markdown}",
        DefaultValueFactory = _ => Table,
    };

    public DifferenceOutput() => _output.AcceptOnlyFromAmong(Table, Json, Markdown);

    public void AddTo(Command command) => command.Add(_output);

    public void Write(DifferenceReport report, ParseResult parsed, SpecConsole console)
    {
        switch (parsed.GetValue(_output))
        {
            case Json:
                DifferenceJson.Write(report, console.Output);
                break;
            case Markdown:
                DifferenceMarkdown.Write(report, console.Output);
                break;
            default:
                DifferenceTable.Write(report, console);
                break;
        }
    }
}
