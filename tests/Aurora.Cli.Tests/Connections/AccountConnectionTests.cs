using Aurora.Cli.Connections;
using Aurora.Cli.Profiles;

namespace Aurora.Cli.Tests.Connections;

[TestFixture]
public sealed class AccountConnectionTests
{
    [TestCase("some-id", " ", "AURORA_API_KEY is not set")]
    [TestCase("", "some-key", "AURORA_API_ID is not set")]
    public void Find_one_key_throws_and_names_the_other(string id, string key, string start) =>
        Assert.That(() => AccountConnection.Find(Keys(id, key)), Throws.TypeOf<UsageException>().With.Message.StartsWith(start));

    [Test]
    public void Find_no_keys_throws_with_solutions()
    {
        using var home = new TemporaryFolder();

        var exception = Assert.Throws<UsageException>(() => AccountConnection.Find(name => name is "HOME" or "APPDATA" ? home.Path : null));

        Assert.That(exception.Message, Does.StartWith("AURORA_API_ID and AURORA_API_KEY are not set"));
        Assert.That(exception.Message, Does.Contain("aurora login").And.Contain("--demo"));
    }

    [Test]
    public async Task Find_environment_and_profile_returns_environment()
    {
        using var home = new TemporaryFolder();
        await ProfileFile.Locate(name => name is "HOME" or "APPDATA" ? home.Path : null).SaveAsync(new Profile("profile-id", "profile-key", null));

        Assert.That(AccountConnection.Find(Keys("some-id", "some-key", home.Path)), Is.EqualTo(new Profile("some-id", "some-key", null)));
        Assert.That(AccountConnection.Find(Keys("", "", home.Path)), Is.EqualTo(new Profile("profile-id", "profile-key", null)));
    }

    [TestCase("http://aurora.example.com", "unencrypted")]
    [TestCase("http://aurora.example.com", "http://aurora.example.com")]
    [TestCase("ftp://localhost", "https://")]
    [TestCase("api.example.com", "https://")]
    [TestCase("http://[", "https://")]
    [TestCase("", "https://")]
    [TestCase("https://me:secret@localhost", "user")]
    public void Open_invalid_address_throws(string address, string fact) => Assert.That(
        () => Open("some-id", "some-key", address),
        Throws.TypeOf<UsageException>().With.Message.Contain("--base-url").And.Message.Contain(fact).And.Message.Not.Contain("secret"));

    [Test]
    public void Open_invalid_key_throws_without_showing_key() =>
        Assert.That(
            () => Open("some-id", "ké y"),
            Throws.TypeOf<UsageException>().With.Message.StartsWith("The API key").And.Message.Contain("ASCII").And.Message.Not.Contain("ké"));

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
