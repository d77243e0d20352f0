using Aurora.Spec.Checks;
using Aurora.Spec.PublicApi;

namespace Aurora.Spec.Tests.Checks;

[TestFixture]
public sealed class PublicApiCheckTests : RepositoryCopyTests
{
    private static readonly ApiSnapshot Testing = ApiSnapshot.All.Single(snapshot => snapshot is { Package: "Aurora.Testing", Framework: "net10.0" });

    [Test]
    public async Task Outdated_approved_file_is_found_with_the_difference()
    {
        Copy.Replace(Testing.ApprovedFile, "AssertNoUnexpectedRequests", "AssertNothing");

        var findings = await new PublicApiCheck().FindingsAsync(Copy.Repository);

        Assert.That(findings, Has.Exactly(1).Items);
        Assert.That(findings[0], Does.StartWith($"{Testing.ApprovedFile} differs from the public API:\n---")
            .And.Contain("+        public void AssertNoUnexpectedRequests()").And.EndWith("| dotnet run --project src/Aurora.Spec -- api --accept"));
    }

    [Test]
    public async Task Missing_approved_file_is_found()
    {
        File.Delete(Copy.Repository.PathOf(Testing.ApprovedFile));

        Assert.That(await new PublicApiCheck().FindingsAsync(Copy.Repository), Has.Exactly(1).Items.And.Some.Contains("api --accept"));
    }

    [Test]
    public async Task Build_that_is_older_than_its_sources_is_found()
    {
        File.SetLastWriteTimeUtc(Copy.Repository.PathOf("src/Aurora.Testing/AuroraServer.cs"), File.GetLastWriteTimeUtc(Testing.BuiltIn(Copy.Repository)).AddSeconds(1));

        Assert.That(await new PublicApiCheck().FindingsAsync(Copy.Repository), Does.Contain(
            $"{Testing.BuiltFile} is older than src/Aurora.Testing/AuroraServer.cs | dotnet build src/Aurora.Testing -c {Repository.Configuration}"));
    }
}
