using System.Net;
using System.Net.Sockets;
using Aurora.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.EndToEnd;

[TestFixture]
public sealed class ListTests
{
    private static readonly Guid Unknown = new("11111111-2222-3333-4444-555555555555");

    [Test]
    public async Task List_demo_writes_plain_lines()
    {
        var result = await ToolProcess.RunAsync(["list", "--demo"]);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Lines, Has.Length.EqualTo(25));
        Assert.That(result.Lines.Select(line => line.Split('\t').Length), Is.All.EqualTo(7));
        Assert.That(result.Output, Does.Not.Match(@"\e").And.Not.Contain("…").And.Not.Contain("│"));
        Assert.That(result.Error, Does.StartWith("Demo:"));
    }

    [Test]
    public async Task List_keys_in_environment_lists_account()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { Seed = 3, ApiId = "the-api-id", ApiKey = "the-api-key" });

        var result = await ToolProcess.RunAsync(server, "--ordering", "id");

        Assert.That(result.ExitCode, Is.Zero);
        var ids = result.Lines.Skip(1).Select(line => line.Split('\t')[0]);
        Assert.That(ids, Is.EqualTo(Account.IdsOf(server).Order(StringComparer.Ordinal)));
        Assert.That(result.Error, Is.Empty);
        server.AssertNoUnexpectedRequests();
    }

    [TestCase("C")]
    [TestCase("de_DE.ISO-8859-1")]
    public async Task List_json_is_utf8_without_bom_in_every_locale(string locale)
    {
        using var server = Account.With(("name", "Démo 春 🎉"));

        var result = await ToolProcess.RunAsync(
            ["list", "--output", "json", "--base-url", server.BaseAddress.ToString()], [.. ToolProcess.KeysOf(server), ("LC_ALL", locale)]);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Bytes[0], Is.EqualTo((byte)'['));
        Assert.That((string?)JArray.Parse(result.Output)[0]["name"], Is.EqualTo("Démo 春 🎉"));
    }

    [Test]
    public async Task List_invalid_ids_returns_usage()
    {
        var result = await ToolProcess.RunAsync(["list", "--demo", "--ids", "abc"]);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.Contain("'abc'").And.Not.Contain("Parameter"));
    }

    [Test]
    public async Task List_missing_ids_lists_others_and_returns_failed()
    {
        using var server = AuroraServer.Start();
        var known = Account.IdsOf(server)[0];

        var result = await ToolProcess.RunAsync(server, "--ids", $"{known},{Unknown}");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(result.Lines[1], Does.StartWith(known));
        Assert.That(result.Error, Does.Contain(Unknown.ToString()).And.Not.Contain(known));
    }

    [Test]
    public async Task List_missing_keys_returns_usage_and_suggests_demo()
    {
        var result = await ToolProcess.RunAsync(["list"]);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.Contain("AURORA_API_ID and AURORA_API_KEY").And.Contain("--demo"));
    }

    [Test]
    public async Task List_wrong_keys_returns_authentication_without_showing_keys()
    {
        using var server = Account.Empty();

        var result = await ToolProcess.RunAsync(
            ["list", "--base-url", server.BaseAddress.ToString()],
            ("AURORA_API_ID", "not-the-api-id"),
            ("AURORA_API_KEY", "not-the-api-key"));

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Authentication));
        Assert.That(result.Error, Does.Contain("401").And.Not.Contain("not-the-api"));
        Assert.That(result.Output, Is.Empty);
    }

    [Test]
    public async Task List_server_down_returns_network_with_one_line()
    {
        var result = await ToolProcess.RunAsync(
            ["list", "--base-url", $"http://127.0.0.1:{ClosedPort()}"], ("AURORA_API_ID", "the-api-id"), ("AURORA_API_KEY", "the-api-key"));

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Network));
        Assert.That(result.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
        Assert.That(result.Error, Does.Not.Contain("the-api").And.Not.Contain("   at "));
    }

    [Test]
    public async Task List_body_is_not_an_array_returns_network()
    {
        using var server = AuroraServer.Start();
        server.EnqueueFaults(AuroraFault.Body("""{"results": []}"""));

        var result = await ToolProcess.RunAsync(server);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Network));
        Assert.That(result.Error, Does.Contain("JSON"));
    }

    [Test]
    public async Task List_drift_lists_videos_and_reports_drift()
    {
        using var server = AuroraServer.Start();
        server.EnqueueFaults(AuroraFault.Body($$"""[1, {{server.Videos.First()}}]"""));

        var result = await ToolProcess.RunAsync(server);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Lines, Has.Length.EqualTo(2));
        Assert.That(result.Error, Does.Contain("document: $[] ").And.Contain("a number"));
    }

    [Test]
    public async Task List_http_to_remote_host_returns_usage()
    {
        var result = await ToolProcess.RunAsync(
            ["list", "--base-url", "http://aurora.example.com"], ("AURORA_API_ID", "the-api-id"), ("AURORA_API_KEY", "the-api-key"));

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(result.Error, Does.Contain("unencrypted").And.Not.Contain("the-api"));
    }

    [TestCase("table")]
    [TestCase("json")]
    public async Task List_output_contains_no_keys(string output)
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { ApiId = "the-api-id", ApiKey = "the-api-key" });

        var result = await ToolProcess.RunAsync(server, "--output", output);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output + result.Error, Does.Not.Contain("the-api-id").And.Not.Contain("the-api-key"));
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
