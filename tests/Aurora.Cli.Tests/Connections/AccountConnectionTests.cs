using Aurora.Cli.Connections;
using Aurora.Cli.Profiles;

namespace Aurora.Cli.Tests.Connections;

internal sealed class AccountConnectionTests
{
    [TestCase("some-id", " ", "AURORA_API_KEY is not set")]
    [TestCase("", "some-key", "AURORA_API_ID is not set")]
    public void Find_oneKeyOfTwo_namesTheOtherWithoutLookingForAProfile(string id, string key, string start) =>
        Assert.That(() => AccountConnection.Find(Keys(id, key)), Throws.TypeOf<UsageException>().With.Message.StartsWith(start));

    [Test]
    public void Find_noKeysAndNoProfile_namesTheVariablesLoginAndTheDemo()
    {
        using var home = new TemporaryFolder();

        var exception = Assert.Throws<UsageException>(() => AccountConnection.Find(name => name is "HOME" or "APPDATA" ? home.Path : null));

        Assert.That(exception.Message, Does.StartWith("AURORA_API_ID and AURORA_API_KEY are not set").And.Contain("aurora login").And.Contain("--demo"));
    }

    [Test]
    public void Find_keysInTheEnvironmentAndInTheProfile_takesThoseOfTheEnvironment()
    {
        using var home = new TemporaryFolder();
        ProfileFile.Of(name => name is "HOME" or "APPDATA" ? home.Path : null).Save(new Profile("profile-id", "profile-key", null));

        Assert.That(AccountConnection.Find(Keys("some-id", "some-key", home.Path)), Is.EqualTo(new Profile("some-id", "some-key", null)));
        Assert.That(AccountConnection.Find(Keys("", "", home.Path)), Is.EqualTo(new Profile("profile-id", "profile-key", null)));
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
    public void Open_keyThatNoHeaderCarries_namesItAndNotItsValue() =>
        Assert.That(
            () => Open("some-id", "ké y"),
            Throws.TypeOf<UsageException>().With.Message.StartsWith("The API key holds").And.Message.Not.Contain("ké"));

    private static Connection Open(string id, string key, string? address = null) =>
        AccountConnection.Open(new ApiKeys(id, key), address, _ => { });

    private static Func<string, string?> Keys(string id, string key, string? home = null) => name => name switch
    {
        ApiKeys.IdVariable => id,
        ApiKeys.KeyVariable => key,
        "HOME" or "APPDATA" => home,
        _ => null,
    };
}
