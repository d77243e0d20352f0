using System.IO.Compression;
using System.Text;
using Aurora.Packaging.Tests.Packing;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>The packages as they are, and that each rule sees a package that breaks it.</summary>
[TestFixture]
public sealed class InspectionTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = TestRunFolder.Create($"inspection/{TestContext.CurrentContext.Test.ID}");

    [TestCase("Aurora.Client")]
    [TestCase("Aurora.Testing")]
    [TestCase("Aurora.Cli")]
    public async Task Package_hasNothingWrong(string id)
    {
        var packages = await PackedPackages.GetAsync();

        var findings = await Inspector.InspectAsync(packages.FileOf(id));

        Assert.That(findings, Is.Empty, string.Join('\n', findings));
    }

    [TestCase("build/Aurora.Client.targets", "not approved: file build/Aurora.Client.targets")]
    [TestCase("analyzers/dotnet/cs/Rules.dll", "not approved: file analyzers/dotnet/cs/Rules.dll")]
    [TestCase("tools/install.ps1", "not approved: file tools/install.ps1")]
    [TestCase("lib/net10.0/Polyfill.dll", "not approved: file lib/net10.0/Polyfill.dll")]
    public async Task Package_withAFileThatLeakedIn_isFound(string path, string finding) =>
        await FindsAsync(package => package.CreateEntry(path), finding);

    [TestCase("README.md", "it has no README of its own")]
    [TestCase("icon.png", "it has no icon")]
    [TestCase("bom.json", "it has no bill of materials")]
    [TestCase("lib/netstandard2.0/Aurora.Client.xml", "lib/netstandard2.0/Aurora.Client.dll has no documentation beside it")]
    [TestCase("lib/netstandard2.0/Aurora.Client.dll", "missing: file lib/netstandard2.0/Aurora.Client.dll")]
    public async Task Package_withoutAFile_isFound(string path, string finding) =>
        await FindsAsync(package => package.GetEntry(path)!.Delete(), finding);

    [TestCase("version=\"8.8.0\"", "version=\"8.9.1\"", "not approved: needs net10.0 Polly.Core [8.9.1, )")]
    [TestCase("<dependency id=\"Polly.Core\"", "<dependency id=\"NSwag.MSBuild\" version=\"14.7.1\" /><dependency id=\"Polly.Core\"", "not approved: needs net10.0 NSwag.MSBuild [14.7.1, )")]
    [TestCase("<description>A client for Creatify's Aurora video API, generated from its OpenAPI document.", "<description> ", "it has no description")]
    [TestCase("<license type=\"expression\">MIT</license>", "", "it has no licence expression")]
    [TestCase("<tags>aurora", "<tags>", "it has no tags")]
    [TestCase("## ", "# ", "its release notes are not the newest entry")]
    [TestCase("url=\"https://git", "url=\"git", "it does not say which repository it comes from")]
    [TestCase("commit=\"", "commit=\"f", "it is of commit 'f")]
    [TestCase("<version>", "<version>9", "bom.json is of pkg:nuget/Aurora.Client@")]
    public async Task Package_withOtherMetadata_isFound(string text, string other, string finding) =>
        await FindsAsync(package => Replace(package, "Aurora.Client.nuspec", text, other), finding);

    [TestCase("/home/someone/src/Aurora.Client/AuroraClient.cs")]
    [TestCase(@"C:\Users\someone\src\AuroraClient.cs")]
    public async Task Package_withAPathOfTheMachine_isFound(string path)
    {
        var inJson = path.Replace(@"\", @"\\", StringComparison.Ordinal);
        await FindsAsync(package => Replace(package, "bom.json", "\"metadata\"", $"\"path\": \"{inJson}\", \"metadata\""), $"bom.json has the path {inJson}");
        await FindsAsync(package => Append(package, "lib/net10.0/Aurora.Client.dll", Encoding.Unicode.GetBytes(path)), $"Aurora.Client.dll has the path {path}");
    }

    [Test]
    public async Task Package_withoutSymbols_isFound() =>
        await FindsAsync(_ => { }, "lib/net10.0/Aurora.Client.dll has no symbols", symbols => symbols.GetEntry("lib/net10.0/Aurora.Client.pdb")!.Delete());

    [Test]
    public async Task Package_withSymbolsOfAnotherBuild_isFound() =>
        await FindsAsync(_ => { }, "the symbols of lib/net10.0/Aurora.Client.dll are of another build", symbols =>
        {
            symbols.GetEntry("lib/net10.0/Aurora.Client.pdb")!.Delete();
            Copy(symbols.GetEntry("lib/netstandard2.0/Aurora.Client.pdb")!, symbols.CreateEntry("lib/net10.0/Aurora.Client.pdb"));
        });

    [Test]
    public async Task Package_withSourceThatIsNotTheCommitted_isFound()
    {
        var packages = await PackedPackages.GetAsync();

        var findings = new SourceRule(_folder).Findings(InspectedPackage.Open(packages.FileOf("Aurora.Client")));

        Assert.That(findings, Has.Some.EndsWith("src/Aurora.Client/AuroraClient.cs is not the text that was compiled"));
    }

    private async Task FindsAsync(Action<ZipArchive> change, string finding, Action<ZipArchive>? changeSymbols = null) =>
        Assert.That(await InspectChangedAsync(change, changeSymbols ?? (_ => { })), Has.Some.Contains(finding));

    private async Task<IReadOnlyList<string>> InspectChangedAsync(Action<ZipArchive> change, Action<ZipArchive> changeSymbols)
    {
        var original = (await PackedPackages.GetAsync()).FileOf("Aurora.Client");
        var copy = Path.Combine(_folder, Path.GetFileName(original));
        foreach (var (extension, apply) in new[] { (".nupkg", change), (".snupkg", changeSymbols) })
        {
            File.Copy(Path.ChangeExtension(original, extension), Path.ChangeExtension(copy, extension), overwrite: true);
            using var archive = ZipFile.Open(Path.ChangeExtension(copy, extension), ZipArchiveMode.Update);
            apply(archive);
        }

        return await Inspector.InspectAsync(copy);
    }

    private static void Replace(ZipArchive package, string path, string text, string other)
    {
        using var content = package.GetEntry(path)!.Open();
        var before = new StreamReader(content, leaveOpen: true).ReadToEnd();
        Assert.That(before, Does.Contain(text));
        content.SetLength(0);
        content.Write(Encoding.UTF8.GetBytes(before.Replace(text, other, StringComparison.Ordinal)));
    }

    private static void Append(ZipArchive package, string path, byte[] bytes)
    {
        using var content = package.GetEntry(path)!.Open();
        content.Seek(0, SeekOrigin.End);
        content.Write(bytes);
    }

    private static void Copy(ZipArchiveEntry from, ZipArchiveEntry to)
    {
        using var source = from.Open();
        using var target = to.Open();
        source.CopyTo(target);
    }
}
