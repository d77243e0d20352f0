using Aurora.Client;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.EndToEnd;

/// <summary>Tests <c>aurora mock</c> with other programs as clients.</summary>
[TestFixture]
[Platform("Linux")]
public sealed class MockTests
{
    private static readonly (string Name, string Value)[] Keys = [("AURORA_API_ID", "the-api-id"), ("AURORA_API_KEY", "the-api-key")];

    [Test]
    public async Task Mock_curl_requests_are_answered_and_logged()
    {
        using var mock = ToolProcess.StartInterruptible(["mock", "--videos", "3", "--seed", "5"]);
        using var lines = new StreamReader(mock.Output, leaveOpen: true);
        var notice = new[] { await lines.ReadLineAsync(), await lines.ReadLineAsync(), await lines.ReadLineAsync(), await lines.ReadLineAsync() };
        Assert.That(notice[0], Does.Match(@"^http://127\.0\.0\.1:\d+/$"));
        Assert.That(notice[1], Is.EqualTo("export AURORA_API_ID=demo-api-id AURORA_API_KEY=demo-api-key"));
        Assert.That(notice[2], Is.EqualTo($"aurora list --base-url {notice[0]}"));

        // The command is the one that the tool prints.
        var listed = await ToolProcess.RunProgramAsync("sh", ["-c", $"{notice[3]} -s"]);
        Assert.That(await lines.ReadLineAsync(), Does.Match(@"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\tGET\t/api/aurora/\t200\t-\t\d+$"));
        await ToolProcess.RunProgramAsync("curl", ["-s", "-X", "DELETE", $"{notice[0]}nowhere?a=b"]);
        Assert.That(await lines.ReadLineAsync(), Does.Match(@"Z\tDELETE\t/nowhere\?a=b\t404\tunexpected\t\d+$"));

        mock.Interrupt();
        var result = await mock.WaitForExitAsync();

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Error, Is.EqualTo("2 requests\n"));
        Assert.That(JArray.Parse(listed.Output), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Mock_document_curl_creates_and_retrieves_a_video()
    {
        var document = Path.Combine(TestRepository.Root, "tests", "Aurora.Spec.Tests", "Growth", "Documents", "create.yaml");
        using var mock = ToolProcess.StartInterruptible(["mock", "--document", document, "--videos", "0"]);
        using var lines = new StreamReader(mock.Output, leaveOpen: true);
        var notice = new[] { await lines.ReadLineAsync(), await lines.ReadLineAsync(), await lines.ReadLineAsync(), await lines.ReadLineAsync() };
        var curl = $"{notice[3]} -s -H 'Content-Type: application/json'";

        var created = await ToolProcess.RunProgramAsync("sh", ["-c", curl + """ -d '{"name":"Launch","audio":"https://a.example/a.mp3","image":"https://a.example/a.png"}'"""]);
        var refused = await ToolProcess.RunProgramAsync("sh", ["-c", curl + """ -d '{"name":null,"audio":"https://a.example/a.mp3","image":"a.png"}'"""]);
        var id = (string)JObject.Parse(created.Output)["id"]!;
        var retrieved = await ToolProcess.RunProgramAsync("sh", ["-c", curl.Replace("/api/aurora/", $"/api/aurora/{id}/", StringComparison.Ordinal)]);
        var log = new[] { await lines.ReadLineAsync(), await lines.ReadLineAsync(), await lines.ReadLineAsync() };
        mock.Interrupt();
        await mock.WaitForExitAsync();

        Assert.That(log[0], Does.Match(@"Z\tPOST\t/api/aurora/\t201\t-\t\d+$"));
        Assert.That(log[1], Does.Match(@"Z\tPOST\t/api/aurora/\t400\t-\t\d+$"));
        Assert.That(refused.Output, Is.EqualTo("""{"image":["Enter a valid URL."]}"""));
        Assert.That((string?)JObject.Parse(retrieved.Output)["name"], Is.EqualTo("Launch"));
        Assert.That(log[2], Does.Match($@"Z\tGET\t/api/aurora/{id}/\t200\t-\t\d+$"));
    }

    [Test]
    public async Task Mock_whose_reader_leaves_ends_at_the_next_request()
    {
        using var mock = ToolProcess.Start(["mock", "--output", "ndjson"]);
        using var lines = new StreamReader(mock.Output, leaveOpen: true);
        var address = (string)JObject.Parse((await lines.ReadLineAsync())!)["address"]!;

        await mock.CloseOutputAsync();
        await ToolProcess.RunProgramAsync("curl", ["-s", address]);
        var result = await mock.WaitForExitAsync();

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Error, Is.EqualTo("1 request\n"));
    }

    [Test]
    public async Task Mock_keys_in_environment_are_required_and_not_shown()
    {
        using var mock = ToolProcess.StartInterruptible(["mock", "--output", "ndjson"], Keys);
        using var lines = new StreamReader(mock.Output, leaveOpen: true);
        var started = JObject.Parse((await lines.ReadLineAsync())!);
        var address = (string)started["address"]!;

        var list = await ToolProcess.RunAsync(["list", "--base-url", address], Keys);
        var refused = await ToolProcess.RunAsync(["list", "--base-url", address], ("AURORA_API_ID", "the-api-id"), ("AURORA_API_KEY", "another-key"));
        var first = JObject.Parse((await lines.ReadLineAsync())!);
        var second = JObject.Parse((await lines.ReadLineAsync())!);
        mock.Interrupt();
        var result = await mock.WaitForExitAsync();

        Assert.That(list.Lines, Has.Length.EqualTo(25));
        Assert.That(refused.ExitCode, Is.EqualTo(ExitCode.Authentication));
        Assert.That(started.Properties().Select(property => property.Name), Is.EqualTo(new[] { "event", "address", "api_id", "api_key" }));
        Assert.That(
            first.Properties().Select(property => property.Name),
            Is.EqualTo(new[] { "event", "at", "method", "target", "status", "fault", "unexpected", "ms" }));
        Assert.That((int)first["status"]!, Is.EqualTo(200));
        Assert.That((int)second["status"]!, Is.EqualTo(401));
        Assert.That($"{started}{first}{second}{result.Error}", Does.Not.Contain("the-api-").And.Not.Contain("another-key"));
    }

    [Test]
    public async Task Mock_fault_is_logged()
    {
        using var mock = ToolProcess.StartInterruptible(["mock", "--faults", "1", "--output", "ndjson"]);
        using var lines = new StreamReader(mock.Output, leaveOpen: true);
        var address = (string)JObject.Parse((await lines.ReadLineAsync())!)["address"]!;

        await ToolProcess.RunProgramAsync("curl", ["-s", $"{address}api/aurora/"]);
        var request = JObject.Parse((await lines.ReadLineAsync())!);
        mock.Interrupt();
        await mock.WaitForExitAsync();

        Assert.That((string?)request["fault"], Is.Not.Null.And.Not.Empty);
    }

    [Test]
    public async Task Mock_terminal_uses_colors_and_stops_at_ctrl_c()
    {
        await using var tmux = await Tmux.StartAsync(120, 30, ["mock"]);
        var address = (await tmux.WaitForAsync(@"http://127\.0\.0\.1:\d+/\s+export (?s:.*)\s+curl ")).Split('\n')[0].Trim();

        await ToolProcess.RunAsync(["list", "--base-url", address], ("AURORA_API_ID", "demo-api-id"), ("AURORA_API_KEY", "demo-api-key"));
        var screen = await tmux.WaitForAsync("GET /api/aurora/ ", hasColor: true);
        await tmux.TypeAsync("C-c");

        await tmux.WaitForAsync("1 request\\s+EXIT 0");
        Assert.That(screen, Does.Contain("\e[32m200"));
    }

    [Test]
    public async Task Mock_progress_advances_videos_until_final()
    {
        using var mock = ToolProcess.StartInterruptible(["mock", "--progress", "10ms", "--videos", "2", "--output", "ndjson"], Keys);
        using var lines = new StreamReader(mock.Output, leaveOpen: true);
        var address = (string)JObject.Parse((await lines.ReadLineAsync())!)["address"]!;
        var ids = await ToolProcess.RunAsync(["list", "--base-url", address, "--output", "csv"], Keys);

        string[] args = ["watch", "--base-url", address, "--interval", "100ms", "--output", "json"];
        var watched = await ToolProcess.RunAsync([.. args, .. ids.Lines.Skip(1).Select(line => line.Split(',')[0])], Keys);
        mock.Interrupt();
        await mock.WaitForExitAsync();

        var videos = JObject.Parse(watched.Output)["videos"]!;
        Assert.That(videos.Select(video => new AuroraStatus((string)video["status"]!).IsFinal), Is.EqualTo(new[] { true, true }));
    }
}
