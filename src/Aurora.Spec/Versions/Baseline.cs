namespace Aurora.Spec.Versions;

/// <summary>
/// The last release, as <c>openapi/released/</c> records it: the version, the document and the public APIs. The file of a framework that the
/// release did not support is empty.
/// </summary>
internal sealed record Baseline(NuGetVersion Version, SpecDocument Document, IReadOnlyDictionary<ApiSnapshot, string> Apis)
{
    public const string Folder = "openapi/released";

    private const string VersionFile = $"{Folder}/version.txt";
    private const string DocumentFile = $"{Folder}/aurora.yaml";

    /// <returns>Null when nothing has been released.</returns>
    public static Baseline? Of(Repository repository)
    {
        if (!Directory.Exists(repository.PathOf(Folder)))
            return null;
        return new Baseline(
            PackageVersion.Parse(VersionFile, repository.ReadText(VersionFile)),
            SpecDocument.Parse(DocumentFile, repository.ReadText(DocumentFile)),
            ApiSnapshot.All.ToDictionary(snapshot => snapshot, snapshot => repository.ReadText(ReleasedFile(snapshot))));
    }

    /// <summary>Records what is committed as what was released last.</summary>
    public static void Record(Repository repository)
    {
        var files = new FileChanges(repository);
        files.Add(VersionFile, Encoding.UTF8.GetBytes($"{PackageVersion.Of(repository)}\n"));
        files.Add(DocumentFile, repository.Read(Repository.Document));
        foreach (var snapshot in ApiSnapshot.All)
            files.Add(ReleasedFile(snapshot), repository.Read(snapshot.ApprovedFile));
        files.Write();
    }

    private static string ReleasedFile(ApiSnapshot snapshot) => $"{Folder}/{snapshot.Package}.{snapshot.Framework}.txt";
}
