using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Aurora.Client.Tests.Transport;

[TestFixture]
public sealed class UserAgentTests
{
    private static readonly string Version = typeof(AuroraClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
    private static readonly string Own = $"Aurora.Client/{Version} ({RuntimeInformation.FrameworkDescription})";

    [Test]
    public async Task Header_contains_the_client_and_its_runtime()
    {
        var sent = await SendAsync(new HttpClient(), FakeWire.Options);

        Assert.That(sent, Is.EqualTo(Own).And.StartsWith("Aurora.Client/").And.Contains("(.NET "));
        Assert.That(ProductInfoHeaderValue.TryParse(sent.Split(' ')[0], out _), Is.True);
    }

    [Test]
    public async Task Header_starts_with_the_products_of_the_HttpClient()
    {
        var http = new HttpClient();
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Shop/2.1 (staging)");

        Assert.That(await SendAsync(http, FakeWire.Options), Is.EqualTo($"Shop/2.1 (staging) {Own}"));
    }

    [Test]
    public async Task Header_keeps_text_that_the_caller_added_without_validation()
    {
        var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Shop: 2 [old]");

        Assert.That(await SendAsync(http, FakeWire.Options), Is.EqualTo($"Shop: 2 [old] {Own}"));
    }

    [Test]
    public async Task Header_contains_the_application_before_the_client()
    {
        var options = FakeWire.Options;
        options.UserAgentApplicationId = "Shop/2.1 Worker";

        Assert.That(await SendAsync(new HttpClient(), options), Is.EqualTo($"Shop/2.1 Worker {Own}"));
    }

    [TestCase("")]
    [TestCase("Shop/2.1  Worker")]
    [TestCase("Shop/2/1")]
    [TestCase("(comment)")]
    [TestCase("Shöp/1")]
    [TestCase("Shop\r\nX-Evil: 1")]
    public void Application_that_is_not_a_product_is_invalid(string application)
    {
        var options = FakeWire.Options;
        options.UserAgentApplicationId = application;

        Assert.That(() => AuroraClient.Create(options), Throws.ArgumentException.With.Message.Contains("UserAgentApplicationId").And.Message.Contains("MyApp/1.2").And.Message.Not.Contains("\n"));
    }

    private static async Task<string> SendAsync(HttpClient defaults, AuroraClientOptions options)
    {
        var sent = "";
        using var http = new HttpClient(new FakeWire(_ => new HttpResponseMessage { Content = new StringContent("[]") }) { OnRequest = request => sent = string.Join(" ", request.Headers.GetValues("User-Agent")) });
        foreach (var header in defaults.DefaultRequestHeaders.NonValidated)
            http.DefaultRequestHeaders.TryAddWithoutValidation(header.Key, header.Value);
        defaults.Dispose();
        using var aurora = new AuroraClient(http, options);
        await aurora.ListAsync();
        return sent;
    }
}
