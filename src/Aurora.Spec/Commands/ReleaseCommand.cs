using NuGet.Configuration;

namespace Aurora.Spec.Commands;

/// <summary><c>release</c>: builds, tests and pushes the packages of the commit.</summary>
internal sealed class ReleaseCommand : Command
{
    private const string Text =
        $"""
        Build, test and push the packages of the commit.

        Variables:
          {Feed.Variable}      The feed, if --source is not set.
          {Feed.KeyVariable}  The API key for a push. A folder needs no key, nor does a feed that accepts the login of its source.
        """;

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Do everything except the push, and show what would be pushed." };
    private readonly Option<bool> _noSymbols = new("--no-symbols") { Description = "Push no symbols, for a feed that refuses them." };
    private readonly Option<string> _source = new("--source") { Description = "The feed: a source in NuGet.Config, the address of a v3 index, or a folder." };
    private readonly Option<bool> _native = new("--native") { Description = "Add a native build for this system to the package of the tool. Requires clang or gcc." };
    private readonly SpecConsole _console;

    public ReleaseCommand(SpecConsole console)
        : base("release", Text)
    {
        _console = console;
        Add(_dryRun);
        Add(_noSymbols);
        Add(_source);
        Add(_native);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var repository = Repository.Containing(_console.WorkingDirectory);
        var isDryRun = parsed.GetValue(_dryRun);
        var source = Source(parsed.GetValue(_source) ?? _console.Variable(Feed.Variable), isDryRun);
        var key = Key();
        var secrets = new Secrets(key, source?.Credentials);
        using var log = new ReleaseLog(repository, secrets);
        using var cache = new TemporaryFolder();
        var feed = source is null ? null : new Feed(source, key, !parsed.GetValue(_noSymbols), cache.Path, log);
        var release = new Release(repository, feed, isDryRun, parsed.GetValue(_native), log, _console);
        _console.Error.WriteLine($"{(isDryRun ? "Dry run of the release" : "Release")} {PackageVersion.Of(repository)}{(feed is null ? "" : $" to {feed.Name}")}. {ReleaseLog.File} contains the output of all commands.");
        try
        {
            await release.RunAsync(cancellationToken);
            return ExitCode.Done;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            _console.Error.WriteLine($"Interrupted. {release.Summary} Run the release again to continue.");
            return ExitCode.Interrupted;
        }
        catch (Exception exception)
        {
            log.Add(exception.ToString());
            var lines = exception is SpecException refusal ? refusal.Lines : [$"The release failed: {SpecException.TextOf(exception)}"];
            throw new SpecException([.. lines.Select(secrets.Redact), release.Summary])
            {
                ExitCode = exception is SpecException { ExitCode: var code } && !release.HasPushed ? code : ExitCode.Found,
            };
        }
    }

    private PackageSource? Source(string? text, bool isDryRun)
    {
        try
        {
            if (!string.IsNullOrWhiteSpace(text))
                return Feed.Find(text.Trim(), _console.WorkingDirectory);
            return isDryRun ? null : throw new SpecException("No feed is set.", $"Fix: set {Feed.Variable} or --source, or run the release with --dry-run.");
        }
        catch (NuGetConfigurationException exception)
        {
            throw new SpecException($"NuGet.Config cannot be read: {SpecException.TextOf(exception)}", "Fix: correct the file.");
        }
    }

    private string? Key()
    {
        var key = _console.Variable(Feed.KeyVariable)?.Trim();
        if (string.IsNullOrEmpty(key))
            return null;
        return key.All(character => character is > ' ' and <= '~')
            ? key
            : throw new SpecException($"{Feed.KeyVariable} contains a character that is not allowed in a header, such as a line break.", "Fix: set it to the key only.");
    }
}

/// <summary><c>baseline</c>: records a release whose packages were not pushed by <c>release</c>.</summary>
internal static class BaselineCommand
{
    public static Command Create(SpecConsole console)
    {
        var command = new Command("baseline", "Record a release that was pushed in another way.");
        command.SetAction(async (_, cancellationToken) =>
        {
            var repository = Repository.Containing(console.WorkingDirectory);
            var version = await new VersionCheck().RunAsync(repository, cancellationToken);
            if (version.Findings.Count > 0)
                throw new SpecException($"This cannot have been released: the version {version.Findings[0].What}. Nothing was written.", version.Findings[0].Fix);
            if (PackageVersion.Of(repository).IsPrerelease)
                throw new SpecException($"{PackageVersion.Of(repository)} is a prerelease, which is not recorded.", "Fix: record the version without the prerelease label when it is released.");
            Baseline.Record(repository);
            console.Error.WriteLine($"Recorded {PackageVersion.Of(repository)} in {Baseline.Folder}. Commit it.");
            return ExitCode.Done;
        });
        return command;
    }
}
