using System.Text.Json.Nodes;
using Aurora.Packaging.Tests.Packing;
using Aurora.Packaging.Tests.Processes;

namespace Aurora.Packaging.Tests.Consumers;

[TestFixture]
public sealed class ToolTests
{
    private Consumer _folder = null!;
    private string _version = null!;

    [OneTimeSetUp]
    public async Task InstallAsync()
    {
        _version = (await PackedPackages.GetAsync()).VersionOf("Aurora.Cli");
        _folder = (await CallerMachine.GetAsync()).Empty("tool");
        (await DotnetAsync("new", "tool-manifest")).Succeeded("dotnet new");
        (await DotnetAsync("tool", "install", "--local", "Aurora.Cli", "--version", _version)).Succeeded("dotnet tool install");
    }

    [Test]
    public async Task Version_matches_the_package() =>
        Assert.That(
            (await DotnetAsync("aurora", "--version")).Succeeded("aurora --version").Output.Trim().Split('+')[0], Is.EqualTo($"aurora {_version}"));

    [Test]
    public async Task List_with_demo_requires_no_account()
    {
        var run = await DotnetAsync("aurora", "list", "--demo");

        Assert.That(run.Succeeded("aurora list --demo").Output, Does.Match(@"^ID\t.*\tCREATED\t").And.Match(@"\tdone\t"));
    }

    [Test]
    public async Task List_as_json_prints_the_videos_in_the_account()
    {
        using var account = new FakeAccount();

        var run = await DotnetAsync(account.Keys, "aurora", "list", "--base-url", account.Address, "--output", "json");

        var videos = JsonNode.Parse(run.Succeeded("aurora list").Output)!.AsArray();
        Assert.That(videos.Select(video => (string)video!["id"]!), Is.EquivalentTo(account.Ids));
        account.AssertAskedWithBothKeys();
    }

    [Test]
    public async Task List_with_an_unknown_option_returns_the_usage_exit_code() => Assert.That((await DotnetAsync("aurora", "list", "--colour")).ExitCode, Is.EqualTo(2));

    private Task<ChildResult> DotnetAsync(params string[] arguments) => DotnetAsync([], arguments);

    // The SDK stores the location of local tools in the home folder of the user.
    private Task<ChildResult> DotnetAsync(Dictionary<string, string?> variables, params string[] arguments) =>
        _folder.DotnetAsync(new Dictionary<string, string?>(variables) { ["DOTNET_CLI_HOME"] = Path.Combine(_folder.Folder, ".home") }, arguments);
}
