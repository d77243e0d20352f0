using Aurora.Packaging.Tests.Processes;

namespace Aurora.Packaging.Tests.Packing;

[TestFixture]
public sealed class ReleaseNotesTests
{
    private string _repository = null!;

    [SetUp]
    public async Task CopyRepositoryAsync()
    {
        _repository = TestRunFolder.Create($"notes/{TestContext.CurrentContext.Test.ID}/repository");
        await RepositoryCopy.MakeAsync(_repository);
        File.WriteAllText(Path.Combine(_repository, "CHANGELOG.md"), "# Changelog\n\n## 9.9.9\n\n### Aurora.Client\n\n- Mine; 100 %.\n\n### Aurora.Cli\n\n- Other.\n\n## 9.9.8\n\n### Aurora.Client\n\n- Old.\n");
    }

    [TestCase("9.9.9")]
    [TestCase("9.9.9-beta.1")]
    public async Task Release_notes_are_the_section_of_the_package(string version) =>
        await Assert.ThatAsync(() => NotesAsync(version), Is.EqualTo("- Mine; 100 %.\n\n# API\n\nThe API has not changed."));

    [Test]
    public async Task Release_notes_contain_the_changes_of_the_api_since_the_last_release()
    {
        var changelog = Path.Combine(_repository, "openapi", "CHANGELOG.md");
        var text = File.ReadAllText(changelog);
        const string changes = "## 2.1.0 – 2026-12-02\n\nDocument: sha256 ab\n\n- Third.\n\n## 2.0.0 – 2026-12-01\n\nDocument: sha256 cd\n\n- Second.";
        File.WriteAllText(changelog, text.Insert(text.IndexOf("## ", StringComparison.Ordinal), $"{changes}\n\n"));

        await Assert.ThatAsync(() => NotesAsync("9.9.9"), Is.EqualTo($"- Mine; 100 %.\n\n# API\n\n{changes}"));
    }

    private async Task<string> NotesAsync(string version) => (await ChildProcess.RunAsync(
            "dotnet", _repository, "msbuild", "src/Aurora.Client", "-nologo", "-t:_SetReleaseNotes", "-getProperty:PackageReleaseNotes", "-p:TargetFramework=net10.0", $"-p:VersionPrefix={version}"))
        .Succeeded("dotnet msbuild").Output.ReplaceLineEndings("\n").Trim();
}
