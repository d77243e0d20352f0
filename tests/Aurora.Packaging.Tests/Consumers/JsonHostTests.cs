using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aurora.Packaging.Tests.Processes;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>Tests that all parts of ASP.NET Core read and write the JSON of the API.</summary>
[TestFixtureSource(nameof(Frameworks))]
[Platform(Exclude = "Win", Reason = "The test stops the program with a signal.")]
internal sealed partial class JsonHostTests(string framework)
{
    private const string Webhook = """{"id":"0f8fad5b-d9cb-469f-a165-70867728950e","status":"done","failed_reason":"","video_output":"https://cdn.example/v.mp4"}""";

    private readonly HttpClient _http = new();
    private FakeAccount _account = null!;
    private RunningProgram _program = null!;
    private string _address = null!;

    /// <summary>.NET 8 requires a download of its runtime.</summary>
    public static IEnumerable<TestFixtureData> Frameworks
    {
        get
        {
            yield return new TestFixtureData("net10.0");
            var old = new TestFixtureData("net8.0");
            old.Properties.Add("Category", ToolchainAttribute.Category);
            yield return ToolchainAttribute.IsOn ? old : old.Explicit(ToolchainAttribute.Reason);
        }
    }

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _account = new FakeAccount();
        var host = (await CallerMachine.GetAsync()).Copy("JsonHost", $"JsonHost-{framework}");
        var publish = await host.DotnetAsync("publish", "-nologo", $"-p:HostFramework={framework}", "--use-current-runtime", "--self-contained", "-o", "published");
        Assert.That(publish.Succeeded("dotnet publish").Output, Does.Not.Contain("warning"));
        var variables = new Dictionary<string, string?>(_account.ConfigurationKeys) { ["Aurora__BaseAddress"] = _account.Address };
        _program = new RunningProgram(host.Command(Path.Combine(host.Folder, "published", "JsonHost"), variables, "--urls", "http://127.0.0.1:0"));
        _address = (await _program.PrintedAsync(Listening())).Groups[1].Value;
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _http.Dispose();
        if (_program is not null)
            await _program.DisposeAsync();
        _account.Dispose();
    }

    [TestCase("minimal")]
    [TestCase("controller")]
    [TestCase("hybrid")]
    [TestCase("distributed")]
    [TestCase("from-json")]
    public async Task Get_returns_the_JSON_of_the_API(string path)
    {
        var videos = JsonNode.Parse(await _http.GetStringAsync($"{_address}/{path}"))!.AsArray();

        var byId = videos.ToDictionary(video => (string)video!["id"]!);
        Assert.That(byId.Keys, Is.EquivalentTo(_account.Ids));
        Assert.That(_account.Videos.Where(video => !JsonNode.DeepEquals(video, byId[(string)video["id"]!])).Select(video => $"{video}\n{byId[(string)video["id"]!]}"), Is.Empty);
    }

    [TestCase("minimal")]
    [TestCase("controller")]
    public async Task Post_of_a_webhook_payload_returns_it_unchanged(string path)
    {
        using var response = await _http.PostAsync($"{_address}/{path}", new StringContent(Webhook, Encoding.UTF8, "application/json"));

        var returned = await response.Content.ReadAsStringAsync();
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(returned), JsonNode.Parse(Webhook)), Is.True, returned);
    }

    [TestCase("minimal")]
    [TestCase("controller")]
    public async Task Post_of_a_wrong_token_returns_bad_request(string path)
    {
        using var response = await _http.PostAsync($"{_address}/{path}", new StringContent("""{"id":5}""", Encoding.UTF8, "application/json"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
