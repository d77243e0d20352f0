using System.Text;
using Aurora.Spec.Sources;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Aurora.Spec.Tests.Sources;

[TestFixture]
public sealed class HttpSourceTests
{
    private const string Text = "openapi: 3.0.3\n";

    private WireMockServer _server = null!;

    [SetUp]
    public void Start() => _server = WireMockServer.Start();

    [TearDown]
    public void Stop() => _server.Dispose();

    [Test]
    public async Task Address_gives_its_body()
    {
        Serve("/document", Response.Create().WithBody(Text));

        Assert.That(await ReadAsync("/document"), Is.EqualTo(Text));
    }

    [Test]
    public async Task Redirects_are_followed()
    {
        Serve("/old", Response.Create().WithStatusCode(301).WithHeader("Location", "/new"));
        Serve("/new", Response.Create().WithBody(Text));

        Assert.That(await ReadAsync("/old"), Is.EqualTo(Text));
    }

    [Test]
    public async Task Redirect_away_from_https_is_not_followed()
    {
        Serve("/document", Response.Create().WithStatusCode(302).WithHeader("Location", "http://docs.example/aurora.md"));

        await RefusedAsync("/document", "http://docs.example is not https.");
    }

    [Test]
    public async Task Redirects_in_a_circle_end()
    {
        Serve("/document", Response.Create().WithStatusCode(302).WithHeader("Location", "/document"));

        await RefusedAsync("/document", "it leads on more than 5 times.");
    }

    [Test]
    public async Task Error_status_is_told()
    {
        Serve("/document", Response.Create().WithStatusCode(404).WithBody("<html></html>"));

        await RefusedAsync("/document", "the server answers 404 Not Found.");
    }

    [Test]
    public async Task Body_without_end_is_not_read_further_than_the_cap()
    {
        Serve("/document", Response.Create().WithBody(new byte[SourceReader.MostBytes + 1]));

        await RefusedAsync("/document", "it is larger than 16 MiB, and was not read further.");
    }

    [Test]
    public async Task Nobody_at_the_address_is_told()
    {
        var address = _server.Url;
        _server.Stop();

        Assert.That(await MessageAsync($"{address}/document"), Does.StartWith($"{address}/document: cannot be reached: "));
    }

    [Test]
    public async Task Plain_http_is_refused_before_anything_is_asked() =>
        Assert.That(await MessageAsync("http://docs.example/aurora.md"), Is.EqualTo("http://docs.example/aurora.md: http://docs.example is not https."));

    private void Serve(string path, IResponseBuilder response) => _server.Given(Request.Create().WithPath(path)).RespondWith(response);

    private async Task<string> ReadAsync(string path) => Encoding.UTF8.GetString(await new HttpSource(TimeProvider.System).ReadAsync(_server.Url + path, CancellationToken.None));

    private async Task RefusedAsync(string path, string message) => Assert.That(await MessageAsync(_server.Url + path), Is.EqualTo($"{_server.Url}{path}: {message}"));

    private static async Task<string?> MessageAsync(string address)
    {
        try
        {
            await new HttpSource(TimeProvider.System).ReadAsync(address, CancellationToken.None);
            return null;
        }
        catch (SpecException exception)
        {
            return exception.Lines[0];
        }
    }
}
