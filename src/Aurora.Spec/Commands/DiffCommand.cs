namespace Aurora.Spec.Commands;

/// <summary><c>diff OLD NEW</c>: reports every difference between two documents, and between the clients that are generated from them.</summary>
internal sealed class DiffCommand : Command
{
    private const string Breaking = "breaking";
    private const string Warning = "warning";

    // Generating and compiling a client of a larger document takes minutes.
    private const int LongestGenerated = 1_000_000;

    private readonly Argument<string> _old = new("OLD") { Description = "The old document: a file, the vendor's page, an https address, or - for standard input." };
    private readonly Argument<string> _current = new("NEW") { Description = "The new document, in the same forms." };
    private readonly DifferenceOutput _output = new();

    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = $"Exit with {ExitCode.Found} for a difference of this kind: {Breaking} (ERR, or a major version), {Warning} (WARN too).",
        HelpName = $"{Breaking}|{Warning}",
    };

    private readonly Option<bool> _wireOnly = new("--wire-only") { Description = "Compare requests and responses only; generate no client." };
    private readonly SpecConsole _console;

    public DiffCommand(SpecConsole console)
        : base("diff", "Show the differences between two documents.")
    {
        _console = console;
        _failOn.AcceptOnlyFromAmong(Breaking, Warning);
        Add(_old);
        Add(_current);
        Add(_failOn);
        Add(_wireOnly);
        _output.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var old = await ReadAsync(parsed.GetValue(_old)!, cancellationToken);
        var current = await ReadAsync(parsed.GetValue(_current)!, cancellationToken);
        var differences = DocumentDiff.Compare(old, current, DateOnly.FromDateTime(_console.Clock.GetUtcNow().UtcDateTime));
        var report = new DifferenceReport(differences, parsed.GetValue(_wireOnly) ? null : await CompareClientsAsync(old, current, cancellationToken));
        _output.Write(report, parsed, _console);
        return parsed.GetValue(_failOn) switch
        {
            Breaking when report.IsBreaking => ExitCode.Found,
            Warning when report.IsBreaking || differences.Any(difference => difference.Rule.Level >= Level.Warn) => ExitCode.Found,
            _ => ExitCode.Done,
        };
    }

    private async Task<ClientDifference?> CompareClientsAsync(SpecDocument old, SpecDocument current, CancellationToken cancellationToken)
    {
        var repository = Repository.Find(_console.WorkingDirectory);
        var reason = repository is null ? "the current directory is not in the repository"
            : Math.Max(old.Text.Length, current.Text.Length) > LongestGenerated ? "a document is larger than 1 MB"
            : null;
        if (repository is not null && reason is null)
            return (await ClientPair.CreateAsync(repository, old, current, everyFramework: false, cancellationToken)).Difference;
        _console.Error.WriteLine($"The generated clients are not compared, because {reason}.");
        return null;
    }

    // The documents are not validated, because a difference often explains why one is invalid.
    private async Task<SpecDocument> ReadAsync(string source, CancellationToken cancellationToken)
    {
        var document = await new SourceReader().ReadAsync(source, _console, cancellationToken);
        OpenApiVersionRule.Ensure(document);
        ReferenceRule.EnsureSelfContained(document);
        return document;
    }
}
