using System.Security.Cryptography;

namespace Aurora.Spec.Checks;

/// <summary>Checks that the newest entry of the changelog belongs to the committed document.</summary>
internal sealed class ChangelogCheck : ICheck
{
    private const string Update = $"Take in the document with {Repository.ToolCommand} update, which writes the entry";

    public string Name => "changelog";

    public Task<CheckResult> RunAsync(Repository repository, CancellationToken cancellationToken)
    {
        var version = repository.ReadDocument().Version;
        var hash = Convert.ToHexStringLower(SHA256.HashData(repository.Read(Repository.Document)));
        var entry = ChangelogEntry.Newest(repository.ReadText(ChangelogEntry.File));
        return Task.FromResult(CheckResult.Of(Compare(entry, entry with { Version = version, Sha256 = hash })));
    }

    private static IEnumerable<CheckFinding> Compare(ChangelogEntry entry, ChangelogEntry document)
    {
        if (entry.Version != document.Version)
            yield return new CheckFinding($"the newest entry is for version {entry.Version}, but {Repository.Document} has version {document.Version}", $"{Update}, or write '{document.Heading}'");
        if (entry.Sha256 != document.Sha256)
            yield return new CheckFinding($"the newest entry is for a different {Repository.Document}: its sha256 is {entry.Sha256}", $"{Update}, or write '{document.DocumentLine}'");
    }
}
