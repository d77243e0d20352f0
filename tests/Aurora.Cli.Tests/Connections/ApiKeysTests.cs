using Aurora.Cli.Connections;

namespace Aurora.Cli.Tests.Connections;

[TestFixture]
public sealed class ApiKeysTests
{
    [Test]
    public void Redact_keyIsPrefixOfOther_replacesBoth()
    {
        var keys = ApiKeys.From(name => name == ApiKeys.IdVariable ? "abcdefgh" : "abcdefgh-ijkl");

        Assert.That(keys.Redact("abcdefgh and abcdefgh-ijkl"), Is.EqualTo("[key] and [key]"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("a")]
    public void Redact_missingOrShortKey_keepsText(string? key) =>
        Assert.That(ApiKeys.From(_ => key).Redact("aurora"), Is.EqualTo("aurora"));
}
