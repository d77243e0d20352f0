using System.CommandLine;
using Aurora.Cli.Terminals;

namespace Aurora.Cli.Commands;

/// <summary>The options of every command that shows something.</summary>
internal sealed class OutputOptions
{
    private readonly Option<OutputForm> _output;

    private readonly Option<bool> _noColor = new("--no-color")
    {
        Description = "No colours. The environment variable NO_COLOR does the same.",
    };

    /// <param name="help">What each form holds.</param>
    /// <param name="forms">Those that the command has, the usual one first.</param>
    public OutputOptions(string help, params OutputForm[] forms)
    {
        var names = forms.ToDictionary(Name);
        _output = new Option<OutputForm>("--output", "-o")
        {
            Description = help,
            HelpName = string.Join('|', names.Keys),
            CustomParser = result => names.TryGetValue(result.Tokens[0].Value, out var form) ? form : Refuse(result),
        };
        _output.CompletionSources.Add(_ => names.Keys.Select(name => new System.CommandLine.Completions.CompletionItem(name)));

        OutputForm Refuse(System.CommandLine.Parsing.ArgumentResult result)
        {
            result.AddError($"'{result.Tokens[0].Value}' is no form of output here. There are: {string.Join(", ", names.Keys)}.");
            return forms[0];
        }
    }

    public void AddTo(Command command)
    {
        command.Add(_output);
        command.Add(_noColor);
    }

    public OutputForm Form(ParseResult parsed) => parsed.GetValue(_output);

    public bool HasColor(ParseResult parsed, ToolConsole console) => console.AllowsColor && !parsed.GetValue(_noColor);

    /// <summary>Writes in the one form that was asked for; the table is told whether it may have colours.</summary>
    public void Write(ParseResult parsed, ToolConsole console, Action<TextWriter> json, Action<TextWriter> lines, Action<TextWriter, bool> table)
    {
        if (Form(parsed) == OutputForm.Json)
            json(console.Output);
        else if (!console.IsTerminal)
            lines(console.Output);
        else
            table(console.Output, HasColor(parsed, console));
        console.Output.Flush();
    }

    private static string Name(OutputForm form) => form.ToString().ToLowerInvariant();
}
