using System.Security.Cryptography;
using System.Text;
using Aurora.Spec.Changelogs;
using Aurora.Spec.Files;
using Aurora.Spec.Generation;
using Aurora.Spec.Reports;

namespace Aurora.Spec.Updating;

/// <summary>The files that a new document changes. All of them are prepared before the first is written, and all or none are written.</summary>
internal sealed class DocumentUpdate
{
    private readonly Repository _repository;
    private readonly SortedDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    private DocumentUpdate(Repository repository) => _repository = repository;

    /// <summary>The paths, relative to the repository, of the files that change.</summary>
    public IReadOnlyCollection<string> Files => _contents.Keys;

    /// <param name="repository">The repository to update.</param>
    /// <param name="client">The client that was generated from the new document.</param>
    /// <param name="report">The differences, for the changelog.</param>
    /// <param name="today">The date of the entry in the changelog.</param>
    public static DocumentUpdate Prepare(Repository repository, GeneratedClient client, DifferenceReport report, DateOnly today)
    {
        var document = client.Document;
        var update = new DocumentUpdate(repository);
        var bytes = Encoding.UTF8.GetBytes(document.Text);
        var entry = new ChangelogEntry(document.Version, today, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        update.Add(Repository.Document, bytes);
        update.Add(ChangelogEntry.File, Encoding.UTF8.GetBytes(ChangelogText.Add(update.TextOf(ChangelogEntry.File), entry, report)));
        foreach (var (name, content) in client.Files)
            update.Add($"{GeneratedClient.Folder}/{name}", content);
        return update;
    }

    /// <exception cref="SpecException">A file could not be written. No file has changed.</exception>
    public void Write()
    {
        var files = new FileChanges();
        foreach (var (file, content) in _contents)
            files.Add(_repository.PathOf(file), content);
        files.Write();
    }

    private string TextOf(string file) => File.Exists(_repository.PathOf(file)) ? _repository.ReadText(file) : "";

    private void Add(string file, byte[] content)
    {
        var path = _repository.PathOf(file);
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            _contents[file] = content;
    }
}
