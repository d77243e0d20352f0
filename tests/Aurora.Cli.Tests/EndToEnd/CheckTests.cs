using Aurora.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.EndToEnd;

/// <summary>Tests the exit code, standard output and standard error of <c>aurora check</c> in a separate process.</summary>
[TestFixture]
public sealed class CheckTests
{
    private const string Script = "/usr/bin/script";

    [Test]
    public async Task Check_drift_writes_json_and_summary()
    {
        using var server = FixedResponse.Serve(FixedResponse.Video("status", "\"archived\""));

        var result = await RunAsync(server, "--output", "json");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(result.Bytes[0], Is.EqualTo((byte)'{'));
        Assert.That(JObject.Parse(result.Output)["drifts"]!.Single()["path"]!.Value<string>(), Is.EqualTo("$[].status"));
        Assert.That(result.Error, Does.Match(@"^[^\n]*1 video\W[^\n]*1 kind [^\n]*1 place\W\n$"));
    }

    [Test]
    public async Task Check_no_drift_returns_success()
    {
        using var server = AuroraServer.Start();

        var result = await RunAsync(server);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Lines, Has.Length.EqualTo(1));
        Assert.That(result.Error, Does.Contain("24 videos").And.Contain("no drift"));
    }

    [Test]
    public async Task Check_missing_keys_returns_usage() =>
        Assert.That((await ToolProcess.RunAsync(["check"])).ExitCode, Is.EqualTo(ExitCode.Usage));

    [Test]
    public async Task Check_wrong_keys_returns_authentication()
    {
        using var server = Account.Empty();

        var result = await ToolProcess.RunAsync(
            ["check", "--base-url", server.BaseAddress.ToString()], ("AURORA_API_ID", "not-the-api-id"), ("AURORA_API_KEY", "not-the-api-key"));

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Authentication));
        Assert.That(result.Output, Is.Empty);
    }

    [Test]
    public async Task Check_invalid_json_returns_network()
    {
        using var server = FixedResponse.Serve("[{]");

        var result = await RunAsync(server, "--output", "json");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Network));
        Assert.That(result.Output, Is.Empty);
    }

    [TestCase(80)]
    [TestCase(120)]
    public async Task Check_terminal_keeps_row_on_one_line(int columns)
    {
        Assume.That(File.Exists(Script), "A terminal requires util-linux.");
        using var server = FixedResponse.Serve(FixedResponse.Video(new string('x', 150), "1"));
        var command = $"stty cols {columns}; dotnet '{ToolProcess.ToolPath}' check --no-color --base-url {server.BaseAddress}";

        var result = await ToolProcess.RunProgramAsync(Script, ["-qec", command, "/dev/null"], ToolProcess.KeysOf(server));

        var row = result.Lines.Single(line => line.Contains("unknown_property", StringComparison.Ordinal)).TrimEnd();
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(row, Does.EndWith("a number").And.Length.EqualTo(columns));
    }

    private static Task<ToolProcess.Result> RunAsync(AuroraServer server, params string[] args) =>
        ToolProcess.RunAsync(["check", "--base-url", server.BaseAddress.ToString(), .. args], ToolProcess.KeysOf(server));
}
