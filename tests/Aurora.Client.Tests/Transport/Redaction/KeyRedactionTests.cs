using System.Net;
using System.Text;
using System.Text.Json;

namespace Aurora.Client.Tests.Transport.Redaction;

[TestFixture]
public sealed class KeyRedactionTests
{
    private const string Id = "0f8fad5b-id/+";
    private const string Key = "s3cr\"et/k+y\\=&<%25>";

    private static readonly KeyRedaction Redaction = new(Id, Key);

    private static IEnumerable<TestCaseData<string>> Writings()
    {
        yield return new(Key) { TestName = "unchanged" };
        yield return new(Key.ToUpperInvariant()) { TestName = "upper case" };
        yield return new(JsonSerializer.Serialize(Key)[1..^1]) { TestName = "JSON, System.Text.Json" };
        yield return new(Newtonsoft.Json.JsonConvert.ToString(Key)[1..^1]) { TestName = "JSON, Newtonsoft.Json" };
        yield return new(Key.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("/", "\\/")) { TestName = "JSON, slash escaped" };
        yield return new(string.Concat(Key.Select(character => $"\\u{(int)character:x4}"))) { TestName = "JSON, all escaped" };
        yield return new(JsonSerializer.Serialize(JsonSerializer.Serialize(Key)[1..^1])[1..^1]) { TestName = "JSON in JSON" };
        yield return new(Uri.EscapeDataString(Key)) { TestName = "percent-encoded" };
        yield return new(Uri.EscapeDataString(Uri.EscapeDataString(Key))) { TestName = "percent-encoded twice" };
        yield return new(string.Concat(Key.Select(character => $"%{(int)character:x2}"))) { TestName = "percent-encoded, all" };
        yield return new(WebUtility.HtmlEncode(Key)) { TestName = "HTML" };
        yield return new(WebUtility.HtmlEncode(WebUtility.HtmlEncode(Key))) { TestName = "HTML twice" };
        yield return new(string.Concat(Key.Select(character => $"&#x{(int)character:X};"))) { TestName = "HTML, all" };
        yield return new(Convert.ToBase64String(Encoding.ASCII.GetBytes(Key))) { TestName = "Base64" };
        yield return new(Convert.ToBase64String(Encoding.ASCII.GetBytes(Key)).TrimEnd('=').Replace('+', '-').Replace('/', '_')) { TestName = "Base64 for URLs" };
        yield return new(Uri.EscapeDataString(Convert.ToBase64String(Encoding.ASCII.GetBytes(Key)))) { TestName = "Base64, percent-encoded" };
    }

    [TestCaseSource(nameof(Writings))]
    public void Key_in_any_form_is_removed(string written)
    {
        var redacted = Redaction.Text($"Invalid key: {written}, sorry.");

        Assert.That(redacted, Does.Match(@"^Invalid key: \[redacted\](\w=*|%3D)*, sorry\.$"));
    }

    [TestCase("", "")]
    [TestCase("a", "")]
    [TestCase("user:", "@host")]
    [TestCase("ab", "xyz")]
    public void Key_inside_Base64_is_removed(string before, string after)
    {
        var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes(before + Key + after));

        var redacted = Redaction.Text($"Authorization: Basic {encoded}");

        Assert.That(redacted, Does.Contain(KeyRedaction.Mark));
        Assert.That(redacted.Length, Is.LessThan(KeyRedaction.Mark.Length + encoded.Length - Key.Length + 21));
    }

    [Test]
    public void All_keys_are_removed() =>
        Assert.That(Redaction.Text($"{Id}:{Key} {Key}{Key}"), Is.EqualTo("[redacted]:[redacted] [redacted][redacted]"));

    [Test]
    public void Key_that_starts_with_the_other_key_is_removed_completely() =>
        Assert.That(new KeyRedaction("account-1", "account-1-secret").Text("account-1-secret account-1"), Is.EqualTo("[redacted] [redacted]"));

    [TestCase("a", "A key starts as a text.")]
    [TestCase("id", "The id is invalid.")]
    [TestCase("key", "Invalid API key.")]
    [TestCase("test", "The latest tests were tested by testers.")]
    [TestCase("error", "errors, terrors and 5error5")]
    public void Short_key_is_not_removed_from_ordinary_words(string key, string text) => Assert.That(new KeyRedaction(key, key).Text(text), Is.EqualTo(text));

    [TestCase("Invalid key: a-key")]
    [TestCase("""{"detail":"a-key"}""")]
    [TestCase("%22a-key%22")]
    [TestCase("""\u0022a-key\u0022""")]
    [TestCase("""line\na-key""")]
    public void Short_key_that_is_a_separate_word_is_removed(string text) => Assert.That(new KeyRedaction("an-id", "a-key").Text(text), Is.EqualTo(text.Replace("a-key", "[redacted]")));

    [TestCase("The proxy tunnel request to proxy 'http://user:secret@proxy.example:3128/' failed.", "The proxy tunnel request to proxy 'http://proxy.example:3128/' failed.")]
    [TestCase("socks5://user@host and https://user:p@ss@other/path", "socks5://host and https://other/path")]
    [TestCase("https://medium.example/@somebody", "https://medium.example/@somebody")]
    [TestCase("mail somebody@example.com, see https://example.com", "mail somebody@example.com, see https://example.com")]
    [TestCase("://", "://")]
    public void User_and_password_of_an_address_are_removed(string text, string expected) => Assert.That(Redaction.Text(text), Is.EqualTo(expected));

    [Test]
    public void Text_without_a_key_is_the_same_object()
    {
        var text = new string('%', 1000) + "\\\\&&; nothing here";

        Assert.That(Redaction.Text(text), Is.SameAs(text));
    }

    [Test]
    public void Exception_without_a_key_is_the_same_object()
    {
        var exception = new IOException("Broken.", new TimeoutException("Late."));

        Assert.That(Redaction.Exception(exception), Is.SameAs(exception));
    }

    [Test]
    public void Exception_with_a_key_in_an_inner_exception_is_copied_with_its_facts()
    {
        var exception = new HttpRequestException(HttpRequestError.InvalidResponse, "Invalid.", new FormatException($"Invalid header: {Key}"), HttpStatusCode.BadGateway);

        var redacted = Redaction.Exception(exception);

        Assert.That(redacted, Is.TypeOf<HttpRequestException>().With.Property("HttpRequestError").EqualTo(HttpRequestError.InvalidResponse).And.Property("StatusCode").EqualTo(HttpStatusCode.BadGateway));
        Assert.That(redacted.InnerException!.Message, Is.EqualTo("Invalid header: [redacted]"));
        Assert.That(redacted.ToString(), Does.Not.Contain(Key));
    }
}
