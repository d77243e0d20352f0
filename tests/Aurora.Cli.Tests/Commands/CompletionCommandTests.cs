using Aurora.Cli.Tests.EndToEnd;

namespace Aurora.Cli.Tests.Commands;

/// <summary>Runs the scripts in the shells that are installed.</summary>
[TestFixture]
public sealed class CompletionCommandTests
{
    private const string Bash = """
        source <(aurora completion bash)
        COMP_LINE="$1" COMP_POINT=${#1} COMP_WORDS=($1) COMP_CWORD=$2
        _aurora
        printf '%s\n' "${COMPREPLY[@]}"
        """;

    [TestCase("aurora l", 1, "list", "login", "logout")]
    [TestCase("aurora list --st", 2, "--status")]
    [TestCase("aurora list --status re", 3, "rejected")]
    [TestCase("aurora list --output nd", 3, "ndjson")]
    [TestCase("aurora completion f", 2, "fish")]
    [Platform("Linux")]
    public async Task Completion_bash_suggests_matches(string line, int word, params string[] offered)
    {
        using var folder = new TemporaryFolder();
        CreateToolOnPath(folder);

        var result = await ToolProcess.RunProgramAsync(
            "bash", ["-c", Bash, "bash", line, $"{word}"], ("PATH", $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}"));

        Assert.That(result.Lines, Is.EqualTo(offered));
        Assert.That(result.Error, Is.Empty);
    }

    [Test]
    [Platform("Linux")]
    public async Task Completion_fish_suggests_matches()
    {
        Assume.That(File.Exists("/usr/bin/fish"), "fish is not installed.");
        using var folder = new TemporaryFolder();
        CreateToolOnPath(folder);

        var result = await ToolProcess.RunProgramAsync(
            "fish",
            ["-c", "aurora completion fish | source; complete -C 'aurora list --status re'"],
            ("PATH", $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}"),
            ("HOME", folder.Path));

        Assert.That(result.Lines, Is.EqualTo(new[] { "rejected" }));
    }

    [TestCase("zsh")]
    [TestCase("pwsh")]
    public async Task Completion_other_shells_writes_script(string shell)
    {
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync("completion", shell), Is.Zero);

        Assert.That(session.Output, Does.Contain("[suggest:").And.Contain("aurora"));
    }

    [Test]
    [Platform("Linux")]
    public async Task Completion_zsh_writes_valid_script()
    {
        Assume.That(File.Exists("/usr/bin/zsh") || File.Exists("/bin/zsh"), "zsh is not installed.");
        using var folder = new TemporaryFolder();
        CreateToolOnPath(folder);

        var result = await ToolProcess.RunProgramAsync(
            "zsh",
            ["-fc", "autoload -U compinit; compinit -D; source <(aurora completion zsh); whence -w _aurora; print $_comps[aurora]"],
            ("PATH", $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}"));

        Assert.That(result.Lines, Is.EqualTo(new[] { "_aurora: function", "_aurora" }));
    }

    private static void CreateToolOnPath(TemporaryFolder folder)
    {
        var script = folder.File("aurora");
        File.WriteAllText(script, $"#!/bin/sh\nexec dotnet '{ToolProcess.ToolPath}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
