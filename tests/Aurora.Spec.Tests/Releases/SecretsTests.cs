using Aurora.Spec.Releases;
using NuGet.Configuration;

namespace Aurora.Spec.Tests.Releases;

[TestFixture]
public sealed class SecretsTests
{
    [TestCase("s3cr3t/key", "got s3cr3t/key.", "got ***.")]
    [TestCase("s3cr3t/key", "got S3CR3T%2Fkey", "got ***")]
    [TestCase("s3cr3t/key", "got czNjcjN0L2tleQ==", "got ***")]
    [TestCase("s3cr3t/key", "got another", "got another")]
    [TestCase("test", "the tests of testing with test", "the tests of testing with ***")]
    [TestCase(null, "nothing to hide", "nothing to hide")]
    public void Redact_replaces_whole_keys_only(string? key, string text, string expected) => Assert.That(new Secrets(key, login: null).Redact(text), Is.EqualTo(expected));

    [Test]
    public void Redact_replaces_the_password_of_the_login()
    {
        var secrets = new Secrets(key: null, new PackageSourceCredential("internal", "user", "pa55word", isPasswordClearText: true, validAuthenticationTypesText: null));

        Assert.That(secrets.Redact("user with pa55word sent Basic dXNlcjpwYTU1d29yZA=="), Is.EqualTo("user with *** sent Basic ***"));
    }
}
