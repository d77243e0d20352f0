using System.Net;
using System.Net.Sockets;
using System.Text;
using Aurora.Packaging.Tests.Consumers;
using Aurora.Packaging.Tests.Processes;

namespace Aurora.Packaging.Tests.Native;

/// <summary>Tests that the native tool has the same output as the managed tool, and does not contain the web server.</summary>
[TestFixture]
[Toolchain]
public sealed class NativeToolTests
{
    private static readonly Dictionary<string, string?> NoAccount = [];
    private static readonly Dictionary<string, string?> SomeKeys = new() { ["AURORA_API_ID"] = "the-api-id", ["AURORA_API_KEY"] = "the-api-key" };

    private NativeTool _tool = null!;

    [OneTimeSetUp]
    public async Task CompileAsync() => _tool = await NativeTool.GetAsync();

    [Test]
    public void Compiler_prints_no_warnings() => Assert.That(_tool.CompilerOutput, Does.Contain("Generating native code").And.Not.Contain("warning"));

    [Test]
    public void Program_contains_no_web_server()
    {
        Assert.That(Directory.EnumerateFiles(_tool.Folder).Select(Path.GetFileName), Is.EqualTo(new[] { Path.GetFileName(_tool.Program) }));
        var code = Encoding.Latin1.GetString(File.ReadAllBytes(_tool.Program));
        Assert.That(code.Contains("System.CommandLine", StringComparison.Ordinal), "The code contains no library names, so this test would always pass.");
        Assert.That(code.Contains("WireMock", StringComparison.Ordinal), Is.False);
        Assert.That(code.Contains("AspNetCore", StringComparison.Ordinal), Is.False);
    }

    [TestCase("--version")]
    [TestCase("--help")]
    [TestCase("list", "--help")]
    [TestCase("list", "--demo", "--help")]
    [TestCase("[suggest:2]", "li")]
    [TestCase("completion", "bash")]
    [TestCase("completion", "zsh")]
    [TestCase("completion", "fish")]
    [TestCase("completion", "pwsh")]
    [TestCase("list")]
    [TestCase("list", "--colour")]
    [TestCase("list", "--ids", "abc")]
    [TestCase("nonsense")]
    public async Task Aurora_without_an_account_matches_the_managed_tool(params string[] arguments) => await AssertSameAsync(NoAccount, arguments);

    [TestCase("list")]
    [TestCase("list", "--output", "json")]
    [TestCase("list", "--output", "ndjson")]
    [TestCase("list", "--output", "csv")]
    [TestCase("list", "--ids", "11111111-2222-3333-4444-555555555555")]
    [TestCase("list", "--status", "done", "--ordering", "-created_at")]
    [TestCase("list", "--ids", "{id}", "--output", "json")]
    [TestCase("get", "{id}")]
    [TestCase("get", "{id}", "--output", "json")]
    [TestCase("check")]
    [TestCase("check", "--output", "json")]
    public async Task Aurora_with_an_account_matches_the_managed_tool(params string[] arguments)
    {
        using var account = new FakeAccount();

        var actual = arguments.Select(argument => argument.Replace("{id}", account.Ids[0], StringComparison.Ordinal));
        await AssertSameAsync(account.Keys, [.. actual, "--base-url", account.Address]);

        account.AssertAskedWithBothKeys();
    }

    [Test]
    public async Task Gallery_matches_the_managed_tool()
    {
        using var account = new FakeAccount();
        var folder = TestRunFolder.Create("native/gallery");
        var (native, managed) = (Path.Combine(folder, "native.html"), Path.Combine(folder, "managed.html"));

        (await _tool.RunAsync(account.Keys, "gallery", "--out", native, "--base-url", account.Address)).Succeeded("aurora gallery");
        (await _tool.RunManagedAsync(account.Keys, "gallery", "--out", managed, "--base-url", account.Address)).Succeeded("the managed gallery");

        Assert.That(WithoutTimes(native), Is.EqualTo(WithoutTimes(managed)));
        Assert.That(account.Ids.Where(id => !WithoutTimes(native).Contains(id, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Login_with_piped_input_saves_keys_for_list()
    {
        using var account = new FakeAccount();
        var folder = TestRunFolder.Create("native/home");
        Dictionary<string, string?> home = new() { ["XDG_CONFIG_HOME"] = folder, ["APPDATA"] = folder };
        var input = $"{account.Keys["AURORA_API_ID"]}\n{account.Keys["AURORA_API_KEY"]}\n";

        var login = await _tool.RunWithInputAsync(input, home, "login", "--base-url", account.Address);
        var list = await _tool.RunAsync(home, "list");

        Assert.That(login.Succeeded("aurora login").Output + login.Error, Does.Not.Contain(account.Keys["AURORA_API_KEY"]));
        Assert.That(account.Ids.Where(id => !list.Succeeded("aurora list").Output.Contains(id, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task List_with_wrong_keys_returns_the_authentication_exit_code()
    {
        using var account = new FakeAccount();

        Assert.That((await AssertSameAsync(SomeKeys, "list", "--base-url", account.Address)).ExitCode, Is.EqualTo(3));
    }

    [Test]
    public async Task List_without_a_server_returns_the_network_exit_code()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = $"http://{closed.LocalEndpoint}";
        closed.Stop();

        Assert.That((await AssertSameAsync(SomeKeys, "list", "--base-url", address, "--timeout", "1s")).ExitCode, Is.EqualTo(4));
    }

    [Test]
    [Platform("Linux")]
    public async Task Interrupted_list_exits()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        // A background build can pass an ignored SIGINT on to its child processes.
        string[] arguments = ["--default-signal=INT", _tool.Program, "list", "--base-url", $"http://{silent.LocalEndpoint}"];
        await using var list = new RunningProgram(ChildProcess.Command("env", _tool.Folder, arguments, SomeKeys));
        using var accepted = await silent.AcceptTcpClientAsync();
        await accepted.GetStream().ReadExactlyAsync(new byte[10]);

        Assert.That(await list.InterruptAsync(), Is.EqualTo(130));
    }

    [Test]
    public async Task Demo_runs_in_the_managed_tool()
    {
        var demo = await AssertSameAsync(NoAccount, "list", "--demo", "--ordering", "id");

        Assert.That(demo.Succeeded("aurora list --demo").Output.TrimEnd().Split('\n'), Has.Length.EqualTo(25));
        Assert.That(demo.Error, Does.StartWith("Demo:"));
    }

    [Test]
    public async Task Demo_with_piped_ids_runs_in_the_managed_tool()
    {
        var id = (await _tool.RunAsync(NoAccount, "list", "--demo")).Output.Split('\n')[1].Split('\t')[0];

        var list = await _tool.RunWithInputAsync(id, NoAccount, "list", "--demo", "--ids-file", "-");

        Assert.That(list.Succeeded("aurora list").Output.TrimEnd().Split('\n'), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Demo_returns_the_exit_code_of_the_managed_tool() =>
        Assert.That((await _tool.RunAsync(NoAccount, "list", "--demo", "--ids", "11111111-2222-3333-4444-555555555555")).ExitCode, Is.EqualTo(1));

    [Test]
    public async Task Demo_without_the_managed_tool_explains_how_to_install_it()
    {
        var alone = Path.Combine(TestRunFolder.Create("native/alone"), Path.GetFileName(_tool.Program));
        File.Copy(_tool.Program, alone);

        var demo = await ChildProcess.RunAsync(alone, Path.GetDirectoryName(alone)!, "list", "--demo");

        Assert.That(demo.ExitCode, Is.EqualTo(2));
        Assert.That(demo.Error, Does.Contain("aurora.dll").And.Contain("dotnet tool install"));
    }

    [Test]
    public async Task Demo_without_a_runtime_explains_how_to_install_it()
    {
        var demo = await _tool.RunAsync(new Dictionary<string, string?> { ["PATH"] = _tool.Folder, ["DOTNET_ROOT"] = null }, "list", "--demo");

        Assert.That(demo.ExitCode, Is.EqualTo(2));
        Assert.That(demo.Error, Does.Contain("dotnet was not found").And.Contain("DOTNET_ROOT"));
    }

    private async Task<ChildResult> AssertSameAsync(IReadOnlyDictionary<string, string?> variables, params string[] arguments)
    {
        var native = await _tool.RunAsync(variables, arguments);
        var managed = await _tool.RunManagedAsync(variables, arguments);
        Assert.That(WithoutCheckTime(native.Output), Is.EqualTo(WithoutCheckTime(managed.Output)));
        Assert.That(WithoutRequestCount(native.Error), Is.EqualTo(WithoutRequestCount(managed.Error)));
        Assert.That(native.ExitCode, Is.EqualTo(managed.ExitCode));
        Assert.That(native.Output + native.Error, Is.Not.Empty);
        return native;
    }

    // The page contains the time of its creation.
    private static string WithoutTimes(string page) =>
        System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(page), @"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*Z?", "");

    // The report of a check contains the time of the check.
    private static string WithoutCheckTime(string output) => System.Text.RegularExpressions.Regex.Replace(output, "(?<=\"checked_at\": \")[^\"]*", "");

    // How many requests fit into a timeout depends on the machine. The message contains no number if there was time for one only.
    private static string WithoutRequestCount(string error) => System.Text.RegularExpressions.Regex.Replace(error, @" \d+ requests? (was|were) sent\.", "");
}
