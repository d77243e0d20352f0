using System.Security.Cryptography;
using System.Text;
using Aurora.Spec.Changelogs;
using Aurora.Spec.Files;
using Aurora.Spec.Generation;
using Aurora.Spec.Reports;

namespace Aurora.Spec.Updating;

/// <summary>Prepares the files that a new document changes.</summary>
internal static class DocumentUpdate
{
    public static FileChanges Prepare(Repository repository, GeneratedClient client, DifferenceReport report, DateOnly today)
    {
        var document = client.Document;
        var bytes = Encoding.UTF8.GetBytes(document.Text);
        var entry = new ChangelogEntry(document.Version, today, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var changelog = File.Exists(repository.PathOf(ChangelogEntry.File)) ? repository.ReadText(ChangelogEntry.File) : "";
        var update = new FileChanges(repository);
        update.Add(Repository.Document, bytes);
        update.Add(ChangelogEntry.File, Encoding.UTF8.GetBytes(ChangelogText.Add(changelog, entry, report)));
        foreach (var (name, content) in client.Files)
            update.Add($"{GeneratedClient.Folder}/{name}", content);
        return update;
    }
}
