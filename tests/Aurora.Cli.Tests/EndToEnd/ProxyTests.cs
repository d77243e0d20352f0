using System.Net;
using System.Net.Sockets;

namespace Aurora.Cli.Tests.EndToEnd;

/// <summary>A proxy that the environment names: this machine is reached without it, and nothing shows its password.</summary>
internal sealed class ProxyTests
{
    private const string User = "proxy-user";
    private const string Password = "proxy-secret";

    private static readonly string[] Variables = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

    [TestCase("http_proxy")]
    [TestCase("HTTP_PROXY")]
    [TestCase("ALL_PROXY")]
    [TestCase("all_proxy")]
    public async Task List_demo_with_a_dead_proxy_lists(string variable)
    {
        var result = await ToolProcess.RunAsync(["list", "--demo"], (variable, $"http://127.0.0.1:{DeadPort()}"));

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Lines, Has.Length.GreaterThan(20));
    }

    [Test]
    public async Task Download_demo_with_a_dead_proxy_downloads()
    {
        using var folder = new TemporaryFolder();

        var result = await ToolProcess.RunAsync(["download", "--demo", "--to", folder.Path], [.. Variables.Select(variable => (variable, $"http://127.0.0.1:{DeadPort()}"))]);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(15));
    }

    [Test]
    public async Task List_refused_by_the_proxy_shows_neither_its_user_nor_its_password([Values("", "--verbose")] string option)
    {
        using var proxy = new CannedServer(407, "");

        var result = await ToolProcess.RunAsync(
            ["list", "--base-url", "https://api.example/", .. Options(option)],
            [("https_proxy", Address(proxy)), ("AURORA_API_ID", "the-api-id"), ("AURORA_API_KEY", "the-api-key")]);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Network));
        Assert.That(result.Error, Does.Contain("407").And.Not.Contain(User).And.Not.Contain(Password));
    }

    [Test]
    public async Task Download_refused_by_the_proxy_shows_neither_its_user_nor_its_password([Values("", "--verbose")] string option)
    {
        using var proxy = new CannedServer(407, "");
        using var folder = new TemporaryFolder();
        using var server = Account.Empty();
        server.Videos.Add(Client.AuroraStatus.Done, video => video["video_output"] = "https://storage.example/film.mp4");

        var result = await ToolProcess.RunAsync(
            ["download", "--to", folder.Path, "--base-url", server.BaseAddress.ToString(), .. Options(option)],
            [("https_proxy", Address(proxy)), .. ToolProcess.KeysOf(server)]);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(result.Error, Does.Contain("407").And.Not.Contain(User).And.Not.Contain(Password));
        Assert.That(result.Output, Does.Not.Contain(User).And.Not.Contain(Password));
    }

    private static string[] Options(string option) => option.Length == 0 ? [] : [option];

    private static string Address(CannedServer proxy) => new UriBuilder(proxy.Address) { UserName = User, Password = Password }.Uri.ToString();

    private static int DeadPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
