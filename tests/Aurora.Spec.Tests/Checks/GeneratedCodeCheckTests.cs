using Aurora.Spec.Checks;

namespace Aurora.Spec.Tests.Checks;

[TestFixture]
public sealed class GeneratedCodeCheckTests : RepositoryCopyTests
{
    private const string Folder = "src/Aurora.Client/Generated";
    private const string Fix = "dotnet build -t:Generate src/Aurora.Client";

    [Test]
    public async Task Stale_file_is_found()
    {
        Copy.Replace("openapi/aurora.yaml", "Duration of the video in seconds", "How long it plays");

        Assert.That(await new GeneratedCodeCheck().FindingsAsync(Copy.Repository), Is.EqualTo(new[] { $"{Folder}/Models.g.cs differs from what NSwag generates from openapi/ and nswag.json | {Fix}" }));
    }

    [Test]
    public async Task Edited_missing_and_extra_files_are_found()
    {
        Copy[$"{Folder}/AuroraClient.g.cs"] += " ";
        File.Delete(Copy.Repository.PathOf($"{Folder}/Models.g.cs"));
        Copy[$"{Folder}/Old.g.cs"] = "// No longer generated.\n";

        Assert.That(await new GeneratedCodeCheck().FindingsAsync(Copy.Repository), Is.EqualTo(new[]
        {
            $"{Folder}/Models.g.cs is missing | {Fix}",
            $"{Folder}/AuroraClient.g.cs differs from what NSwag generates from openapi/ and nswag.json | {Fix}",
            $"{Folder}/Old.g.cs is not a generated file | git rm -f {Folder}/Old.g.cs",
        }));
    }

    [Test]
    public async Task Document_that_NSwag_cannot_read_is_reported_and_changes_no_file()
    {
        Copy.Replace("openapi/aurora.yaml", "paths:", "paths: [");
        var before = Copy[$"{Folder}/Models.g.cs"];

        await Assert.ThatAsync(() => new GeneratedCodeCheck().FindingsAsync(Copy.Repository), Throws.TypeOf<SpecException>().With.Message.Contains(Fix));
        Assert.That(Copy[$"{Folder}/Models.g.cs"], Is.EqualTo(before));
    }
}
