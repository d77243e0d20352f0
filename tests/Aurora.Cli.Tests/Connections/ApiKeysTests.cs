using Aurora.Cli.Connections;

namespace Aurora.Cli.Tests.Connections;

[TestFixture]
public sealed class ApiKeysTests
{
    [Test]
    public void Redact_key_is_prefix_of_other_replaces_both()
    {
        var keys = ApiKeys.From(name => name == ApiKeys.IdVariable ? "abcdefgh" : "abcdefgh-ijkl");

        Assert.That(keys.Redact("abcdefgh and abcdefgh-ijkl"), Is.EqualTo("[redacted] and [redacted]"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("a")]
    public void Redact_missing_or_short_key_keeps_text(string? key) =>
        Assert.That(ApiKeys.From(_ => key).Redact("aurora"), Is.EqualTo("aurora"));
}
