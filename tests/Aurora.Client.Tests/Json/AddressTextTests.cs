using System.Text;
using CsCheck;

namespace Aurora.Client.Tests.Json;

[TestFixture]
public sealed class AddressTextTests
{
    [TestCase("https://media.example.com/accounts/demo/aurora/audio/f00a4f8d.mp3")]
    [TestCase("http://localhost/")]
    [TestCase("https://a.b-c.example/x?y=%2F&z=1#top")]
    [TestCase("https://example.a/")]
    [TestCase("https://example.z/")]
    [TestCase("https://EXAMPLE.A/")]
    [TestCase("https://0.Z/")]
    public void Common_address_is_plain_and_valid(string text) => AssertIsAddress(text, isPlain: true);

    [TestCase("https://example")]
    [TestCase("https:///path")]
    [TestCase("https://.example/")]
    [TestCase("https://a..example/")]
    [TestCase("https://-a.example/")]
    [TestCase("https://a-.example/")]
    [TestCase("https://192.168.0.1/")]
    [TestCase("https://example.com:443/")]
    [TestCase("https://user@example.com/")]
    [TestCase("https://example.com/a b")]
    [TestCase("https://example.com/ü")]
    [TestCase("HTTPS://example.com/")]
    [TestCase("ftp://example.com/")]
    [TestCase("/media/a.mp3")]
    [TestCase("")]
    public void Unusual_address_is_not_plain(string text) => Assert.That(AddressText.IsPlain(Encoding.UTF8.GetBytes(text)), Is.False);

    [TestCase(63, true)]
    [TestCase(64, false)]
    public void Host_up_to_the_maximum_length_of_a_label_is_plain(int length, bool isPlain) => AssertIsAddress($"https://{new string('a', length)}/", isPlain);

    [Test]
    public void Longest_plain_address_is_valid() => AssertIsAddress("https://example.com/".PadRight(2048, 'x'), isPlain: true);

    [Test]
    public void Longer_address_is_not_plain() => Assert.That(AddressText.IsPlain(Encoding.UTF8.GetBytes("https://example.com/".PadRight(2049, 'x'))), Is.False);

    [Test]
    public void Plain_random_address_is_valid_and_unchanged() =>
        Gen.Select(Gen.OneOf(Gen.Const("http://"), Gen.Const("https://")), Gen.String[Gen.Char["abz09-."], 0, 12], Gen.String[Gen.Char["abz09-._~/?=&%+,:;@!$'()*#[]|\\ \"<>"], 0, 20])
            .Select((scheme, host, rest) => $"{scheme}{host}/{rest}")
            .Sample(text => AssertIsAddress(text, AddressText.IsPlain(Encoding.UTF8.GetBytes(text))), iter: 20_000, seed: "0000KdbCn6Y1");

    private static void AssertIsAddress(string text, bool isPlain)
    {
        Assert.That(AddressText.IsPlain(Encoding.UTF8.GetBytes(text)), Is.EqualTo(isPlain));
        if (!isPlain)
            return;
        Assert.That(Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address), Is.True, text);
        Assert.That((address!.IsAbsoluteUri, address.OriginalString), Is.EqualTo((true, text)));
        Assert.That(text, Does.StartWith(address.Scheme + "://"));
        Assert.That(LazyUri.OfPlain(text).Value, Is.EqualTo(address));
        Assert.That(LazyUri.OfPlain(Encoding.ASCII.GetBytes(text)).Value, Is.EqualTo(address));
    }
}
