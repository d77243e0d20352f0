using Aurora.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.EndToEnd;

internal sealed class CheckTests
{
    [Test]
    public async Task Check_demo_findsNoDrift()
    {
        var result = await ToolProcess.RunAsync(["check", "--demo"]);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.Contain("24 videos read, no drift"));
    }

    [Test]
    public async Task Check_json_inAPipe_tellsAScriptByTheExitCodeAndTheDocument()
    {
        using var server = Account.With(("status", "queued"));

        var result = await ToolProcess.RunAsync(["check", "--output", "json", "--base-url", server.BaseAddress.ToString()], ToolProcess.KeysOf(server));

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That((string?)JObject.Parse(result.Output)["drift"]![0]!["found"], Is.EqualTo("queued"));
        Assert.That(result.Output + result.Error, Does.Not.Contain(server.ApiKey));
    }
}
