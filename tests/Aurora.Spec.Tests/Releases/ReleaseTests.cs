using System.Text.RegularExpressions;
using Aurora.Spec.Releases;
using Aurora.Spec.Terminals;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Tests.Releases;

/// <summary>Each test releases 1.2.4 after 1.2.3 to a feed on loopback, with fake programs and real packages.</summary>
public abstract partial class ReleaseTests : RepositoryCopyTests
{
    private protected const string Key = "s3cr3t/key+of=the-feed";
    private protected const string Released = "1.2.3";
    private protected const string Version = "1.2.4";

    private protected static readonly string[] InOrder =
    [
        $"Aurora.Client.{Version}.nupkg", $"Aurora.Client.{Version}.snupkg", $"Aurora.Testing.{Version}.nupkg",
        $"Aurora.Testing.{Version}.snupkg", $"Aurora.Cli.{Version}.nupkg", $"Aurora.Cli.{Version}.snupkg",
    ];

    private readonly Dictionary<string, string> _variables = [];

    private protected FakeProcesses Processes { get; private set; } = null!;

    private protected FeedServer Server { get; private set; } = null!;

    private protected string Packages => Copy.Repository.PathOf("artifacts/packages");

    private protected string RecordedVersion => Copy[$"{Baseline.Folder}/version.txt"].Trim();

    [SetUp]
    public async Task ReleaseThePreviousVersion()
    {
        Copy.Version = Released;
        Baseline.Record(Copy.Repository);
        Copy.Version = Version;
        Copy["src/CHANGELOG.md"] = "# Changelog\n\n## 1.2.4\n\n## 2.0.0\n\n## 1.3.0\n";
        SetRepositoryUrl("https://git.internal/aurora/aurora-client");
        Processes = new FakeProcesses(folder => TestPackages.Pack(folder, Copy.Version));
        Server = await FeedServer.StartAsync(Key);
        _variables.Clear();
        Set(Feed.Variable, Server.Index);
        Set(Feed.KeyVariable, Key);
    }

    [TearDown]
    public async Task StopTheFeed() => await Server.DisposeAsync();

    // The repository that these tests are in may have any address.
    private protected void SetRepositoryUrl(string address)
    {
        const string properties = "src/Directory.Build.props";
        var written = RepositoryUrl().Replace(Copy[properties], $"<RepositoryUrl>{address}</RepositoryUrl>", count: 1);
        Assert.That(written, Does.Contain(address));
        Copy[properties] = written;
    }

    private protected void Set(string variable, string value) => _variables[variable] = value;

    /// <summary>Runs the release, and verifies that no output contains the key.</summary>
    private protected async Task<ToolRun> ReleaseAsync(CancellationToken cancellationToken, params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var console = new SpecConsole(output, error)
        {
            WorkingDirectory = Copy.Repository.Root,
            Processes = Processes,
            Variable = name => _variables.GetValueOrDefault(name),
        };
        var run = new ToolRun(await SpecTool.RunAsync(["release", .. options], console, cancellationToken), output.ToString(), error.ToString());
        Assert.That(run.Output + run.Error + Log(), Does.Not.Contain(Key).IgnoreCase.And.Not.Contain(Uri.EscapeDataString(Key)).IgnoreCase);
        return run;
    }

    private protected Task<ToolRun> ReleaseAsync(params string[] options) => ReleaseAsync(CancellationToken.None, options);

    private protected async Task<ToolRun> SucceedAsync(params string[] options)
    {
        var run = await ReleaseAsync(options);
        Assert.That(run.Code, Is.Zero, run.Error);
        return run;
    }

    /// <summary>Requires that the release was refused before it ran a command or pushed a file.</summary>
    private protected void AssertRefused(ToolRun run, params string[] messages)
    {
        AssertFailed(run, ExitCode.BadInput, messages);
        Assert.That((Processes.Commands, Server.Files), Is.EqualTo((Array.Empty<string>(), Array.Empty<string>())));
    }

    private protected void AssertFailed(ToolRun run, int code, params string[] messages)
    {
        Assert.That(run.Code, Is.EqualTo(code), run.Error);
        foreach (var message in messages)
            Assert.That(run.Error.ReplaceLineEndings("\n"), Does.Contain(message));
        Assert.That(RecordedVersion, Is.EqualTo(Released));
    }

    private protected string Log() => File.Exists(Copy.Repository.PathOf(ReleaseLog.File)) ? Copy[ReleaseLog.File] : "";

    private protected void AddReleased(string id)
    {
        var file = Copy.Repository.PathOf($"artifacts/{id}.{Released}.nupkg");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        TestPackages.Write(file, id, Released, "released");
        Server.Add(file);
    }

    [GeneratedRegex("<RepositoryUrl>.*</RepositoryUrl>")]
    private static partial Regex RepositoryUrl();
}
