namespace Aurora.Spec.Checks;

/// <summary>Checks that the committed code is, byte for byte, what NSwag generates from the document, the settings and the templates.</summary>
internal sealed class GeneratedCodeCheck : ICheck
{
    private const string Folder = GeneratedClient.Folder;

    private const string Generate = "dotnet build -t:Generate src/Aurora.Client";

    public string Name => "generated code";

    public async Task<CheckResult> RunAsync(Repository repository, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var made = await NSwag.GenerateAsync(repository, repository.PathOf(Repository.Document), folder.Path, $"For details, run: {Generate}", cancellationToken);
        var committed = NSwag.Contents(repository.PathOf(Folder));
        return CheckResult.Of(
        [
            .. made.Where(file => !committed.ContainsKey(file.Key)).Select(file => new CheckFinding($"{Folder}/{file.Key} is missing", Generate)),
            .. made.Where(file => committed.TryGetValue(file.Key, out var bytes) && !bytes.AsSpan().SequenceEqual(file.Value))
                .Select(file => new CheckFinding($"{Folder}/{file.Key} differs from what NSwag generates from openapi/ and nswag.json", Generate)),
            .. committed.Keys.Except(made.Keys).Select(name => new CheckFinding($"{Folder}/{name} is not a generated file", $"git rm -f {Folder}/{name}")),
        ]);
    }
}
