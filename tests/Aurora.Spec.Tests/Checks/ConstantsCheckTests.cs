using Aurora.Spec.Checks;
using Aurora.Spec.PublicApi;

namespace Aurora.Spec.Tests.Checks;

[TestFixture]
public sealed class ConstantsCheckTests : RepositoryCopyTests
{
    [TestCase("Maximum 100 entries", "Maximum 50 entries", "AuroraApi.MaxIds is 100, but openapi/aurora.yaml says 50 | Write 50 in src/Aurora.Client/Transport/AuroraApi.cs")]
    [TestCase("Maximum 100 entries", "Some entries", "AuroraApi.MaxIds is 100, but openapi/aurora.yaml no longer contains it where it used to")]
    [TestCase("name: X-API-ID", "name: X-Id", "AuroraApi.IdHeader is X-API-ID, but openapi/aurora.yaml says X-Id")]
    [TestCase("name: X-API-KEY", "name: X-Key", "AuroraApi.KeyHeader is X-API-KEY, but openapi/aurora.yaml says X-Key")]
    [TestCase("  /api/aurora/:", "  /api/v2/aurora/:", "AuroraApi.ListPath is /api/aurora/, but openapi/aurora.yaml says /api/v2/aurora/")]
    [TestCase("servers: []", "servers: [{ url: 'https://api.creatify.ai' }]", "AuroraApi.DefaultBaseAddress is hand-written, but openapi/aurora.yaml now names a server")]
    public async Task Changed_document_is_found(string find, string replacement, string finding)
    {
        Copy.Replace("openapi/aurora.yaml", find, replacement);

        Assert.That(await new ConstantsCheck().FindingsAsync(Copy.Repository), Has.Exactly(1).Items.And.Some.StartsWith(finding));
    }

    [Test]
    public void Changed_constant_is_found()
    {
        var document = new HandWrittenConstants(100, "X-API-ID", "X-API-KEY", "/api/aurora/", DefaultBaseAddressIsOurs: true);

        Assert.That(ConstantsCheck.Compare(document with { MaxIds = 99 }, document), Is.EqualTo(
            new[] { new CheckFinding("AuroraApi.MaxIds is 99, but openapi/aurora.yaml says 100", "Write 100 in src/Aurora.Client/Transport/AuroraApi.cs") }));
        Assert.That(RepositoryCopy.Original.PathOf("src/Aurora.Client/Transport/AuroraApi.cs"), Does.Exist);
    }

    [Test]
    public async Task Client_that_is_not_built_is_reported_with_the_build_command()
    {
        File.Delete(Copy.Repository.PathOf(new ApiSnapshot("Aurora.Client", "net10.0").BuiltFile));

        await Assert.ThatAsync(() => new ConstantsCheck().FindingsAsync(Copy.Repository), Throws.TypeOf<SpecException>().With.Message.Contains("dotnet build src/Aurora.Client"));
    }
}
