using Aurora.Cli.Downloads;

namespace Aurora.Cli.Tests.Downloads;

[TestFixture]
public sealed class MediaAddressTests
{
    [TestCase("https://a.example/x", "https://b.example/y", "https://b.example/y")]
    [TestCase("https://a.example/x?y", "/z", "https://a.example/z")]
    [TestCase("http://127.0.0.1:1/x", "https://b.example/y", "https://b.example/y")]
    [TestCase("http://127.0.0.1:1/x", "http://[::1]:2/y", "http://[::1]:2/y")]
    public void Follow_safe_redirect_returns_target(string from, string location, string to) =>
        Assert.That(MediaAddress.Follow(new Uri(from), new Uri(location, UriKind.RelativeOrAbsolute)), Is.EqualTo(new Uri(to)));

    [TestCase("https://a.example/x", "http://b.example/y")]
    [TestCase("https://a.example/x", "http://127.0.0.1/y")]
    [TestCase("https://a.example/x", "file:///etc/passwd")]
    public void Follow_unsafe_redirect_throws(string from, string location) =>
        Assert.That(() => MediaAddress.Follow(new Uri(from), new Uri(location)), Throws.TypeOf<DownloadException>());

    [Test]
    public void Follow_no_location_throws() =>
        Assert.That(() => MediaAddress.Follow(new Uri("https://a.example"), null), Throws.TypeOf<DownloadException>());
}
