using Aurora.Spec.Releases;
using Aurora.Spec.Terminals;

namespace Aurora.Spec.Tests.Releases;

/// <summary>Each test releases 1.2.4, after 1.2.3, with programs that are played and packages that are real.</summary>
public abstract class ReleaseTests : RepositoryCopyTests
{
    private protected const string Key = "s3cr3t/key+of=the-feed";
    private protected const string Released = "1.2.3";
    private protected const string Version = "1.2.4";

    private protected static readonly string[] AllFiles =
    [
        $"Aurora.Cli.{Version}.nupkg", $"Aurora.Cli.{Version}.snupkg", $"Aurora.Client.{Version}.nupkg", $"Aurora.Client.{Version}.snupkg",
        $"Aurora.Testing.{Version}.nupkg", $"Aurora.Testing.{Version}.snupkg",
    ];

    private readonly Dictionary<string, string> _variables = [];

    private protected FakeProcesses Processes { get; private set; } = null!;

    private protected string Packages => Copy.Repository.PathOf(PackageSet.Folder);

    private protected string RecordedVersion => Copy[$"{Baseline.Folder}/version.txt"].Trim();

    [SetUp]
    public void ReleaseThePreviousVersion()
    {
        Copy.Version = Released;
        Baseline.Record(Copy.Repository);
        Copy.Version = Version;
        Processes = new FakeProcesses(() => TestPackages.Pack(Packages, Version));
        _variables.Clear();
    }

    private protected void Set(string variable, string value) => _variables[variable] = value;

    /// <summary>Runs the release; whatever comes of it, the key is not shown.</summary>
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

    private protected string Log() => File.Exists(Copy.Repository.PathOf(ReleaseLog.File)) ? Copy[ReleaseLog.File] : "";
}
