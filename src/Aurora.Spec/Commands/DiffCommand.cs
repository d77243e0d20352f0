using System.CommandLine;
using Aurora.Spec.Diffing;
using Aurora.Spec.Documents;
using Aurora.Spec.Reports;
using Aurora.Spec.Sources;
using Aurora.Spec.Terminals;
using Aurora.Spec.Validation;

namespace Aurora.Spec.Commands;

/// <summary><c>diff OLD NEW</c>: every difference between two documents, and what it does to the callers.</summary>
internal sealed class DiffCommand : Command
{
    private const string Breaking = "breaking";
    private const string Warning = "warning";

    private readonly Argument<string> _old = new("OLD") { Description = "The document as it was: a file, the vendor's page, an https address, or - for standard input." };
    private readonly Argument<string> _current = new("NEW") { Description = "The document as it is now, likewise." };
    private readonly DifferenceOutput _output = new();

    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = $"Exit with {ExitCode.Found} when there is a difference of this kind: {Breaking} (ERR, or a major version), {Warning} (WARN too).",
        HelpName = $"{Breaking}|{Warning}",
    };

    private readonly SpecConsole _console;

    public DiffCommand(SpecConsole console)
        : base("diff", "Shows every difference between two documents, with its effect on the callers' C# and the version that it asks for.")
    {
        _console = console;
        _failOn.AcceptOnlyFromAmong(Breaking, Warning);
        Add(_old);
        Add(_current);
        Add(_failOn);
        _output.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var old = await ReadAsync(parsed.GetValue(_old)!, cancellationToken);
        var current = await ReadAsync(parsed.GetValue(_current)!, cancellationToken);
        var differences = DocumentDiff.Compare(old, current, DateOnly.FromDateTime(_console.Clock.GetUtcNow().UtcDateTime));
        _output.Write(differences, parsed, _console);
        return parsed.GetValue(_failOn) switch
        {
            Breaking when differences.Any(difference => difference.IsBreaking) => ExitCode.Found,
            Warning when differences.Any(difference => difference.IsBreaking || difference.Rule.Level >= Level.Warn) => ExitCode.Found,
            _ => ExitCode.Done,
        };
    }

    // No more is asked of it: what is wrong with a document is often what one wants to see.
    private async Task<SpecDocument> ReadAsync(string source, CancellationToken cancellationToken)
    {
        var document = await new SourceReader().ReadAsync(source, _console, cancellationToken);
        OpenApiVersionRule.Ensure(document);
        ReferenceRule.EnsureSelfContained(document);
        return document;
    }
}
