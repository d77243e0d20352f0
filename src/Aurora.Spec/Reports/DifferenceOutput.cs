using System.CommandLine;
using Aurora.Spec.Diffing;
using Aurora.Spec.Terminals;

namespace Aurora.Spec.Reports;

/// <summary>The option that says how differences are written.</summary>
internal sealed class DifferenceOutput
{
    private const string Table = "table";
    private const string Json = "json";
    private const string Markdown = "markdown";

    private readonly Option<string> _output = new("--output")
    {
        Description = "As a table for a person, as JSON for a program, or as Markdown for a review.",
        HelpName = $"{Table}|{Json}|{Markdown}",
        DefaultValueFactory = _ => Table,
    };

    public DifferenceOutput() => _output.AcceptOnlyFromAmong(Table, Json, Markdown);

    public void AddTo(Command command) => command.Add(_output);

    public void Write(IReadOnlyList<Difference> differences, ParseResult parsed, SpecConsole console)
    {
        switch (parsed.GetValue(_output))
        {
            case Json:
                DifferenceJson.Write(differences, console.Output);
                break;
            case Markdown:
                DifferenceMarkdown.Write(differences, console.Output);
                break;
            default:
                DifferenceTable.Write(differences, console);
                break;
        }
    }
}
