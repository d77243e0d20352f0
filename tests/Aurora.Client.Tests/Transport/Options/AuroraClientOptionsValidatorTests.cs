namespace Aurora.Client.Tests.Transport.Options;

[TestFixture]
public sealed class AuroraClientOptionsValidatorTests
{
    private const string Secret = "s3cret key";

    [TestCase("https://api.creatify.ai")]
    [TestCase("https://proxy.example/creatify/")]
    [TestCase("http://localhost:8080")]
    [TestCase("http://127.0.0.1")]
    [TestCase("http://[::1]:5000")]
    public void Safe_address_is_valid(string address) =>
        Assert.That(AuroraClientOptionsValidator.Validate(Options(address)), Is.Empty);

    [TestCase("http://api.creatify.ai", "unencrypted")]
    [TestCase("http://192.168.0.1", "unencrypted")]
    [TestCase("ftp://localhost", "https://")]
    [TestCase("/api", "https://")]
    [TestCase("https://api.creatify.ai/?a=b", "a query")]
    [TestCase("https://api.creatify.ai/#a", "a fragment")]
    [TestCase("https://user:password@api.creatify.ai/", "a user")]
    public void Unsafe_address_is_invalid(string address, string message) =>
        Assert.That(AuroraClientOptionsValidator.Validate(Options(address)), Has.One.Contains(message).And.None.Contains("password"));

    [TestCase("")]
    [TestCase(" ")]
    [TestCase(null)]
    public void Missing_key_is_invalid_with_its_name(string? key)
    {
        var options = Options();
        options.ApiKey = key!;
        Assert.That(AuroraClientOptionsValidator.Validate(options), Has.One.Contains("ApiKey is missing"));
    }

    [TestCase("a\nb")]
    [TestCase("a b")]
    [TestCase("aéb")]
    [TestCase("a\u007fb")]
    public void Key_with_characters_that_are_not_allowed_in_a_header_is_invalid_and_not_shown(string key)
    {
        var options = Options();
        options.ApiId = key;
        Assert.That(AuroraClientOptionsValidator.Validate(options), Has.One.StartsWith("ApiId contains").And.None.Contains(key));
    }

    [Test]
    public void Key_of_all_characters_that_are_allowed_in_a_header_is_valid()
    {
        var options = Options();
        options.ApiId = string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(character => (char)character));
        Assert.That(AuroraClientOptionsValidator.Validate(options), Is.Empty);
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(25 * 3600)]
    public void Timeout_out_of_range_is_invalid(int seconds)
    {
        var options = Options();
        options.Timeout = TimeSpan.FromSeconds(seconds);
        Assert.That(AuroraClientOptionsValidator.Validate(options), Has.One.StartsWith("Timeout is"));
    }

    [Test]
    public void Create_with_several_invalid_options_names_all_of_them_and_shows_no_key()
    {
        var options = new AuroraClientOptions { ApiId = "", ApiKey = Secret, BaseAddress = new Uri("http://example.com"), Timeout = TimeSpan.Zero };

        Assert.That(() => AuroraClient.Create(options), Throws.ArgumentException.With
            .Message.Contains("ApiId").And.Message.Contains("ApiKey").And.Message.Contains("BaseAddress").And.Message.Contains("Timeout").And.Message.Not.Contains(Secret));
    }

    [Test]
    public void Message_is_a_sequence_of_sentences() =>
        Assert.That(() => AuroraClient.Create(new AuroraClientOptions { ApiId = "", ApiKey = "" }), Throws.ArgumentException.With.Message.StartsWith(
            "ApiId is missing. The vendor's settings page shows it. ApiKey is missing. The vendor's settings page shows it."));

    [Test]
    public void Container_validation_returns_success_or_the_failures()
    {
        var validation = new AuroraClientOptionsValidation();

        Assert.That(validation.Validate(null, Options()).Succeeded, Is.True);
        Assert.That(validation.Validate(null, Options("/api")).Failures, Is.EqualTo(new[] { "BaseAddress must be an absolute https:// address." }));
    }

    [Test]
    public void ToString_shows_no_key() => Assert.That(Options().ToString(), Is.EqualTo("Aurora API at https://api.creatify.ai/"));

    private static AuroraClientOptions Options(string address = "https://api.creatify.ai/") =>
        new() { ApiId = "id", ApiKey = "key", BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) };
}
