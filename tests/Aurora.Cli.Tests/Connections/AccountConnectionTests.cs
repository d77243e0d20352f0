using Aurora.Cli.Connections;

namespace Aurora.Cli.Tests.Connections;

internal sealed class AccountConnectionTests
{
    [TestCase("", "", "AURORA_API_ID and AURORA_API_KEY are not set.")]
    [TestCase("some-id", " ", "AURORA_API_KEY is not set.")]
    [TestCase("", "some-key", "AURORA_API_ID is not set.")]
    public void Open_missingKeys_namesThemAndTheDemo(string id, string key, string start)
    {
        var exception = Assert.Throws<UsageException>(() => Open(id, key));

        Assert.That(exception.Lines, Has.Count.EqualTo(2));
        Assert.That(exception.Lines[0], Does.StartWith(start));
        Assert.That(exception.Lines[1], Does.Contain("--demo"));
    }

    [TestCase(
        "http://aurora.example.com",
        "--base-url http://aurora.example.com would send the keys unencrypted; use https://. Plain http:// is for this machine only.")]
    [TestCase("ftp://localhost", "--base-url must be an absolute https:// address.")]
    [TestCase("api.example.com", "--base-url must be an absolute https:// address.")]
    [TestCase("http://[", "--base-url must be an absolute https:// address.")]
    [TestCase("", "--base-url must be an absolute https:// address.")]
    [TestCase("https://me:secret@localhost", "--base-url must have no query, no fragment and no user.")]
    public void Open_badAddress_saysWhatIsWrongWithTheOption(string address, string message) =>
        Assert.That(() => Open("some-id", "some-key", address), Throws.TypeOf<UsageException>().With.Message.EqualTo(message));

    [Test]
    public void Open_keyThatNoHeaderCarries_namesTheVariableAndNotTheKey() =>
        Assert.That(
            () => Open("some-id", "ké y"),
            Throws.TypeOf<UsageException>().With.Message.StartsWith("AURORA_API_KEY holds").And.Message.Not.Contain("ké"));

    private static Connection Open(string id, string key, string? address = null) =>
        AccountConnection.Open(ApiKeys.From(name => name == ApiKeys.IdVariable ? id : key), address, _ => { });
}
