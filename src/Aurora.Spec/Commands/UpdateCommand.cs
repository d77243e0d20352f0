using System.Security.Cryptography;

namespace Aurora.Spec.Commands;

/// <summary><c>update SOURCE…</c>: takes in a new document, and updates everything that is made from it.</summary>
internal sealed class UpdateCommand : Command
{
    private readonly Argument<string[]> _sources = new("SOURCE")
    {
        Description = "The vendor's page (Markdown) or a document (YAML or JSON): a file, an https address, or - for standard input. Several sources are merged into one document.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would change, but write nothing." };
    private readonly DifferenceOutput _output = new();
    private readonly SpecConsole _console;

    public UpdateCommand(SpecConsole console)
        : base("update", "Take in a new document, and generate the client from it.")
    {
        _console = console;
        Add(_sources);
        Add(_dryRun);
        _output.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var repository = Repository.Containing(_console.WorkingDirectory);
        var old = repository.ReadDocument();
        var current = await ReadAsync(parsed.GetValue(_sources)!, cancellationToken);
        if (current.Text == old.Text)
        {
            _console.Error.WriteLine($"{Repository.Document} already is this document. Nothing was written.");
            return ExitCode.Done;
        }

        var today = DateOnly.FromDateTime(_console.Clock.GetUtcNow().UtcDateTime);
        var clients = await ClientPair.CreateAsync(repository, old, current, everyFramework: true, cancellationToken);
        var errors = clients.Difference.CurrentErrors;
        var report = new DifferenceReport(DocumentDiff.Compare(old, current, today), errors.Count == 0 ? clients.Difference : null);
        _output.Write(report, parsed, _console);
        if (clients.Current is not { } client || errors.Count > 0)
            throw new SpecException([.. errors, "Nothing was written."]);

        var update = Prepare(repository, client, report, today);
        if (parsed.GetValue(_dryRun))
        {
            foreach (var file in update.Files)
                _console.Error.WriteLine($"Would write {file}");
            return ExitCode.Done;
        }

        cancellationToken.ThrowIfCancellationRequested();
        update.Write();
        foreach (var file in update.Files)
            _console.Error.WriteLine($"Wrote {file}");
        // The files are written, so Ctrl+C must not print that nothing was written.
        foreach (var line in await LeftToDo.LinesAsync(repository, clients.Difference, CancellationToken.None))
            _console.Error.WriteLine(line);
        return ExitCode.Done;
    }

    private static FileChanges Prepare(Repository repository, GeneratedClient client, DifferenceReport report, DateOnly today)
    {
        var bytes = Encoding.UTF8.GetBytes(client.Document.Text);
        var entry = new ChangelogEntry(client.Document.Version, today, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var changelog = File.Exists(repository.PathOf(ChangelogEntry.File)) ? repository.ReadText(ChangelogEntry.File) : "";
        var update = new FileChanges(repository);
        update.Add(Repository.Document, bytes);
        update.Add(ChangelogEntry.File, Encoding.UTF8.GetBytes(ChangelogText.Add(changelog, entry, report)));
        foreach (var (name, content) in client.Files)
            update.Add($"{GeneratedClient.Folder}/{name}", content);
        return update;
    }

    private async Task<SpecDocument> ReadAsync(string[] sources, CancellationToken cancellationToken)
    {
        var reader = new SourceReader();
        var documents = new List<SpecDocument>();
        foreach (var source in sources)
        {
            var document = await reader.ReadAsync(source, _console, cancellationToken);
            DocumentValidator.EnsureValid(document);
            documents.Add(document);
        }

        var merged = DocumentMerger.Merge(documents);
        if (documents.Count > 1)
            DocumentValidator.EnsureValid(merged);
        return merged;
    }
}
