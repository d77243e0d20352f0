namespace Aurora.Spec.Checks;

/// <summary>Checks that the approved files match the public API of the built packages.</summary>
internal sealed class PublicApiCheck : ICheck
{
    public string Name => "public API";

    public Task<CheckResult> RunAsync(Repository repository, CancellationToken cancellationToken) =>
        Task.FromResult(CheckResult.Of(ApiSnapshot.All.SelectMany(snapshot => Find(snapshot, repository))));

    private static IEnumerable<CheckFinding> Find(ApiSnapshot snapshot, Repository repository)
    {
        var comparison = ApiComparison.Of(snapshot, repository);
        if (NewerThan(File.GetLastWriteTimeUtc(repository.PathOf(snapshot.BuiltFile)), snapshot, repository) is { } source)
            yield return new CheckFinding($"{snapshot.BuiltFile} is older than {source}", $"dotnet build {snapshot.Project} -c {Repository.Configuration}");
        else if (!comparison.IsSame)
            yield return new CheckFinding($"{snapshot.ApprovedFile} differs from the public API:\n{comparison.Difference}", ApiComparison.AcceptCommand);
    }

    private static string? NewerThan(DateTime built, ApiSnapshot snapshot, Repository repository)
    {
        var project = repository.PathOf(snapshot.Project);
        return Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(project, "*.csproj"))
            .Select(file => (File: file, Name: Path.GetRelativePath(project, file).Replace('\\', '/')))
            .Where(source => source.Name.Split('/')[0] is not ("bin" or "obj") && File.GetLastWriteTimeUtc(source.File) > built)
            .Select(source => $"{snapshot.Project}/{source.Name}")
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
    }
}
