using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using Aurora.Packaging.Tests.Packing;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>Tests that the packages meet all rules, and that each rule detects a package that breaks it.</summary>
[TestFixture]
public sealed class InspectionTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = TestRunFolder.Create($"inspection/{TestContext.CurrentContext.Test.ID}");

    [TestCase("Aurora.Client")]
    [TestCase("Aurora.Testing")]
    [TestCase("Aurora.Cli")]
    public async Task Package_meets_all_rules(string id)
    {
        var packages = await PackedPackages.GetAsync();

        var findings = await Inspector.InspectAsync(packages.FileOf(id));

        Assert.That(findings, Is.Empty, string.Join('\n', findings));
    }

    [TestCase("build/Aurora.Client.targets", "not approved: file build/Aurora.Client.targets")]
    [TestCase("analyzers/dotnet/cs/Rules.dll", "not approved: file analyzers/dotnet/cs/Rules.dll")]
    [TestCase("tools/install.ps1", "not approved: file tools/install.ps1")]
    [TestCase("lib/net10.0/Polyfill.dll", "not approved: file lib/net10.0/Polyfill.dll")]
    public async Task Package_with_an_unapproved_file_is_found(string path, string finding) =>
        await FindsAsync(package => package.CreateEntry(path), finding);

    [TestCase("README.md", "the README of the package is missing")]
    [TestCase("icon.png", "the icon is missing")]
    [TestCase("bom.json", "the bill of materials is missing")]
    [TestCase("lib/netstandard2.0/Aurora.Client.xml", "lib/netstandard2.0/Aurora.Client.dll has no documentation file")]
    [TestCase("lib/netstandard2.0/Aurora.Client.dll", "missing: file lib/netstandard2.0/Aurora.Client.dll")]
    public async Task Package_without_a_file_is_found(string path, string finding) =>
        await FindsAsync(package => package.GetEntry(path)!.Delete(), finding);

    [TestCase("version=\"8.8.0\"", "version=\"8.9.1\"", "not approved: needs net10.0 Polly.Core [8.9.1, )")]
    [TestCase("<dependency id=\"Polly.Core\"", "<dependency id=\"NSwag.MSBuild\" version=\"14.7.1\" /><dependency id=\"Polly.Core\"", "not approved: needs net10.0 NSwag.MSBuild [14.7.1, )")]
    [TestCase("<description>A client for Creatify's Aurora video API, generated from its OpenAPI document.", "<description> ", "the description is missing")]
    [TestCase("<license type=\"expression\">MIT</license>", "", "the license expression is missing")]
    [TestCase("<tags>aurora", "<tags>", "the tags are missing")]
    [TestCase("# API", "API", "the release notes are not those of CHANGELOG.md")]
    [TestCase("url=\"https://git", "url=\"git", "the address of the repository is missing")]
    [TestCase("commit=\"", "commit=\"f", "the commit is 'f")]
    [TestCase("<version>", "<version>9", "bom.json describes pkg:nuget/Aurora.Client@")]
    public async Task Package_with_other_metadata_is_found(string text, string other, string finding) =>
        await FindsAsync(package => Replace(package, "Aurora.Client.nuspec", text, other), finding);

    [Test]
    public async Task Tool_without_a_licence_notice_is_found() => await FindsAsync(
        package => Replace(package, "THIRD-PARTY-NOTICES.txt", "Polly.Core (", "Other ("), "THIRD-PARTY-NOTICES.txt has no notice for Polly.Core", id: "Aurora.Cli");

    [TestCase("/home/someone/src/Aurora.Client/AuroraClient.cs")]
    [TestCase(@"C:\Users\someone\src\AuroraClient.cs")]
    public async Task Package_with_a_path_of_the_machine_is_found(string path)
    {
        var inJson = path.Replace(@"\", @"\\", StringComparison.Ordinal);
        await FindsAsync(package => Replace(package, "bom.json", "\"metadata\"", $"\"path\": \"{inJson}\", \"metadata\""), $"bom.json contains the path {inJson}");
        await FindsAsync(package => Append(package, "lib/net10.0/Aurora.Client.dll", Encoding.Unicode.GetBytes(path)), $"Aurora.Client.dll contains the path {path}");
    }

    [Test]
    public async Task Package_without_symbols_is_found() =>
        await FindsAsync(_ => { }, "lib/net10.0/Aurora.Client.dll has no symbols", symbols => symbols.GetEntry("lib/net10.0/Aurora.Client.pdb")!.Delete());

    [Test]
    public async Task Package_with_symbols_of_another_build_is_found() =>
        await FindsAsync(_ => { }, "the symbols of lib/net10.0/Aurora.Client.dll belong to another build", symbols =>
        {
            symbols.GetEntry("lib/net10.0/Aurora.Client.pdb")!.Delete();
            Copy(symbols.GetEntry("lib/netstandard2.0/Aurora.Client.pdb")!, symbols.CreateEntry("lib/net10.0/Aurora.Client.pdb"));
        });

    [Test]
    public async Task Package_with_source_that_differs_from_the_commit_is_found()
    {
        var packages = await PackedPackages.GetAsync();

        var findings = new SourceRule(_folder).Findings(InspectedPackage.Open(packages.FileOf("Aurora.Client")));

        Assert.That(findings, Has.Some.EndsWith("src/Aurora.Client/AuroraClient.cs differs from the compiled text"));
    }

    [Test]
    public async Task Package_without_a_strong_name_is_found() =>
        await FindsAsync(package => Change(package, "lib/netstandard2.0/Aurora.Client.dll", Unsign), "lib/netstandard2.0/Aurora.Client.dll has no strong name");

    [TestCase("net10.0", "Polly.Core", "lib/net10.0/Aurora.Client.dll refers to Polly.Core 8.0.0.0, which no dependency contains for net10.0")]
    [TestCase("net8.0", "Polly.Core", "lib/netstandard2.0/Aurora.Client.dll refers to Polly.Core 8.0.0.0, which no dependency contains for net8.0")]
    [TestCase("net8.0", "Microsoft.Bcl.TimeProvider", "lib/netstandard2.0/Aurora.Client.dll refers to Microsoft.Bcl.TimeProvider 8.0.0.1, which no dependency contains for net8.0")]
    [TestCase(".NETStandard2.0", "System.Text.Json", "lib/netstandard2.0/Aurora.Client.dll refers to System.Text.Json 8.0.0.0, which no dependency contains for netstandard2.0")]
    public async Task Package_without_a_dependency_is_found(string framework, string id, string finding) =>
        await FindsAsync(package => ChangeNuspec(package, nuspec => Dependency(nuspec, framework, id).Remove()), finding);

    // A net8.0 application would use the asset for .NET Standard, whose dependencies contain this package for older frameworks only.
    [Test]
    public async Task Package_without_the_asset_for_net8_and_a_dependency_is_found() =>
        await FindsAsync(
            package =>
            {
                package.GetEntry("lib/net8.0/Aurora.Client.dll")!.Delete();
                ChangeNuspec(package, nuspec =>
                {
                    Dependency(nuspec, "net8.0", "Polly.Core").Parent!.Remove();
                    Dependency(nuspec, ".NETStandard2.0", "Microsoft.Bcl.AsyncInterfaces").Remove();
                });
            },
            "lib/netstandard2.0/Aurora.Client.dll refers to Microsoft.Bcl.AsyncInterfaces 8.0.0.0, which no dependency contains for net8.0");

    private async Task FindsAsync(Action<ZipArchive> change, string finding, Action<ZipArchive>? changeSymbols = null, string id = "Aurora.Client") =>
        Assert.That(await InspectChangedAsync(id, change, changeSymbols ?? (_ => { })), Has.Some.Contains(finding));

    private async Task<IReadOnlyList<string>> InspectChangedAsync(string id, Action<ZipArchive> change, Action<ZipArchive> changeSymbols)
    {
        var original = (await PackedPackages.GetAsync()).FileOf(id);
        var copy = Path.Combine(_folder, Path.GetFileName(original));
        foreach (var (extension, apply) in new[] { (".nupkg", change), (".snupkg", changeSymbols) })
        {
            File.Copy(Path.ChangeExtension(original, extension), Path.ChangeExtension(copy, extension), overwrite: true);
            using var archive = ZipFile.Open(Path.ChangeExtension(copy, extension), ZipArchiveMode.Update);
            apply(archive);
        }

        return await Inspector.InspectAsync(copy);
    }

    private static void Replace(ZipArchive package, string path, string text, string other) => Change(package, path, bytes =>
    {
        var before = Encoding.UTF8.GetString(bytes);
        Assert.That(before, Does.Contain(text));
        return Encoding.UTF8.GetBytes(before.Replace(text, other, StringComparison.Ordinal));
    });

    private static void Append(ZipArchive package, string path, byte[] bytes) => Change(package, path, before => [.. before, .. bytes]);

    private static void ChangeNuspec(ZipArchive package, Action<XDocument> change) => Change(package, "Aurora.Client.nuspec", bytes =>
    {
        var nuspec = XDocument.Load(new MemoryStream(bytes));
        change(nuspec);
        return Encoding.UTF8.GetBytes(nuspec.ToString());
    });

    private static XElement Dependency(XDocument nuspec, string framework, string id) => nuspec.Descendants()
        .Single(element => (string?)element.Attribute("id") == id && (string?)element.Parent!.Attribute("targetFramework") == framework);

    private static byte[] Unsign(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        // The flags are the fifth field of the header, after 16 bytes.
        assembly[file.PEHeaders.CorHeaderStartOffset + 16] &= unchecked((byte)~CorFlags.StrongNameSigned);
        return assembly;
    }

    private static void Change(ZipArchive package, string path, Func<byte[], byte[]> change)
    {
        using var content = package.GetEntry(path)!.Open();
        using var before = new MemoryStream();
        content.CopyTo(before);
        content.SetLength(0);
        content.Write(change(before.ToArray()));
    }

    private static void Copy(ZipArchiveEntry from, ZipArchiveEntry to)
    {
        using var source = from.Open();
        using var target = to.Open();
        source.CopyTo(target);
    }
}
