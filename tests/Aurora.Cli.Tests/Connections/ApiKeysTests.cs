using Aurora.Cli.Connections;

namespace Aurora.Cli.Tests.Connections;

internal sealed class ApiKeysTests
{
    [Test]
    public void Redact_oneKeyTheBeginningOfTheOther_leavesNothingOfEither()
    {
        var keys = ApiKeys.From(name => name == ApiKeys.IdVariable ? "abcdefgh" : "abcdefgh-ijkl");

        Assert.That(keys.Redact("abcdefgh and abcdefgh-ijkl"), Is.EqualTo("[key] and [key]"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("a")]
    public void Redact_keyThatIsNone_leavesTheText(string? key) =>
        Assert.That(ApiKeys.From(_ => key).Redact("aurora"), Is.EqualTo("aurora"));
}
