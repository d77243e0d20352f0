using Aurora.Spec.PublicApi;

namespace Aurora.Spec.Tests.PublicApi;

/// <summary>Checks that the approved files match the public API of the packages.</summary>
[TestFixture]
public sealed class ApiSnapshotTests
{
    public static IEnumerable<TestCaseData> Snapshots => ApiSnapshot.All.Select(snapshot => new TestCaseData(snapshot.Package, snapshot.Framework));

    [TestCaseSource(nameof(Snapshots))]
    public void Approved_file_matches_the_public_API(string package, string framework)
    {
        var comparison = ApiComparison.Of(new ApiSnapshot(package, framework), RepositoryCopy.Original);

        Assert.That(comparison.IsSame, Is.True, $"{comparison.Difference}\nTo accept it, run: {ApiComparison.AcceptCommand}");
    }

    [Test]
    public void Every_framework_of_every_packed_library_has_an_approved_file()
    {
        var packed = Directory.EnumerateFiles(RepositoryCopy.Original.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => (Package: Path.GetFileNameWithoutExtension(file), Project: System.Xml.Linq.XDocument.Load(file).Root!))
            .Where(found => Property(found.Project, "IsPackable") == "true" && Property(found.Project, "PackAsTool") != "true")
            .SelectMany(found => (Property(found.Project, "TargetFrameworks") ?? Property(found.Project, "TargetFramework"))!.Split(';')
                .Select(framework => new ApiSnapshot(found.Package, framework)));

        Assert.That(ApiSnapshot.All, Is.EquivalentTo(packed));
    }

    private static string? Property(System.Xml.Linq.XElement project, string name) => project.Descendants(name).FirstOrDefault()?.Value;
}
