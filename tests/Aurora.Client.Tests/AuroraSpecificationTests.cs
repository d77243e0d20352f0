using System.Reflection;
using System.Security.Cryptography;
using YamlDotNet.Serialization;

namespace Aurora.Client.Tests;

[TestFixture]
public sealed class AuroraSpecificationTests
{
    private static readonly string File = Path.Combine(TestRepository.Root, "openapi", "aurora.yaml");
    private static readonly AuroraSpecification Specification = AuroraClient.Specification;

    [Test]
    public void Title_and_version_match_the_file()
    {
        var document = new Deserializer().Deserialize<Dictionary<string, object>>(System.IO.File.ReadAllText(File));
        var info = (Dictionary<object, object>)document["info"];

        Assert.That((Specification.Title, Specification.Version), Is.EqualTo((info["title"], info["version"])));
    }

    [Test]
    public void Sha256_is_the_hash_of_the_file() =>
        Assert.That(Specification.Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(File)))));

    [Test]
    public void ToString_returns_title_version_and_hash() =>
        Assert.That(Specification.ToString(), Is.EqualTo($"{Specification.Title} {Specification.Version} (sha256 {Specification.Sha256[..12]}…)"));

    [TestCase("Aurora.Document.Title", nameof(AuroraSpecification.Title))]
    [TestCase("Aurora.Document.Version", nameof(AuroraSpecification.Version))]
    [TestCase("Aurora.Document.Sha256", nameof(AuroraSpecification.Sha256))]
    public void Assembly_metadata_has_the_same_values(string key, string property)
    {
        var metadata = typeof(AuroraClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key);

        Assert.That(metadata.Value, Is.EqualTo(typeof(AuroraSpecification).GetProperty(property)!.GetValue(Specification)));
    }
}
