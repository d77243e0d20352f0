using System.CommandLine;
using Aurora.Spec.Files;
using Aurora.Spec.Releases;
using Aurora.Spec.Releases.Feeds;
using Aurora.Spec.Releases.Steps;
using Aurora.Spec.Terminals;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Commands;

/// <summary><c>release</c>: from what is committed to the feed.</summary>
internal sealed class ReleaseCommand : Command
{
    private const string Text =
        $"""
        Restores, builds, checks, packs, tests and pushes the packages, and records the release in {Baseline.Folder}.

        Variables:
          {FeedAddress.Variable}      where to: the v3 index of a feed, or a folder. Without it, a dry run.
          {FeedKey.Variable}  the key that lets one push. Without it, only a folder is pushed to.
        """;

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Do all but the push, and show what would be pushed." };
    private readonly Option<bool> _native = new("--native")
    {
        Description = "Have the tool's package hold it as native code too, for systems like this one. Takes clang or gcc.",
    };

    private readonly SpecConsole _console;

    public ReleaseCommand(SpecConsole console)
        : base("release", Text)
    {
        _console = console;
        Add(_dryRun);
        Add(_native);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var repository = Repository.Containing(_console.WorkingDirectory);
        var address = FeedAddress.Of(_console);
        var key = FeedKey.Of(_console.Variable(FeedKey.Variable));
        var whyDry = WhyDry(parsed.GetValue(_dryRun), address, key);
        var report = new PushReport(_console.Error);
        using var log = new ReleaseLog(repository, key);
        using var work = new TemporaryFolder();
        try
        {
            var release = new Release(repository, work.Path, PackageVersion.Of(repository), FeedOf(address, key, Path.Combine(work.Path, "cache"), log), _console.Processes, log, report);
            _console.Error.WriteLine($"Release of {release.Version}{(release.Feed is null ? "" : $" to {release.Feed.Name}")}. What the commands say: {ReleaseLog.File}");
            if (whyDry is not null)
                _console.Error.WriteLine($"Dry run, nothing will be pushed: {whyDry}");
            await RunAsync(release, ReleaseSteps.Of(release.Feed is not null, parsed.GetValue(_native), whyDry is not null, _console), cancellationToken);
            return ExitCode.Done;
        }
        catch (SpecException exception)
        {
            throw new SpecException([.. exception.Lines.Select(line => key?.Redact(line) ?? line), report.Summary]);
        }
        catch (Exception exception) when (exception is not ReleaseException && cancellationToken.IsCancellationRequested)
        {
            _console.Error.WriteLine($"Interrupted. {report.Summary} Run it again, and it pushes what is not there yet.");
            return ExitCode.Interrupted;
        }
        // Not left to the runtime, which would print it whole, and with it whatever a server has written back.
        catch (Exception exception) when (exception is not ReleaseException)
        {
            log.Add(exception.ToString());
            throw new ReleaseException($"The release failed: {FeedError.Text(exception, key)}", $"{report.Summary} More about it: {ReleaseLog.File}");
        }
    }

    private async Task RunAsync(Release release, IReadOnlyList<IReleaseStep> steps, CancellationToken cancellationToken)
    {
        for (var step = 0; step < steps.Count; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _console.Error.WriteLine($"[{step + 1}/{steps.Count}] {steps[step].Title}");
            release.Log.Begin(steps[step].Title);
            await steps[step].RunAsync(release, cancellationToken);
        }
    }

    private static string? WhyDry(bool isAsked, FeedAddress? address, FeedKey? key) => (isAsked, address, key) switch
    {
        (true, _, _) => "--dry-run says so.",
        (_, null, _) => $"{FeedAddress.Variable} is not set. It names the feed: the address of its v3 index, or a folder.",
        (_, { Index: not null }, null) => $"{FeedKey.Variable} is not set. It is the key for {address.Name}.",
        _ => null,
    };

    private static IPackageFeed? FeedOf(FeedAddress? address, FeedKey? key, string cacheFolder, ReleaseLog log) => address switch
    {
        null => null,
        { Index: { } index } => new V3Feed(index, key, cacheFolder, log.Add),
        _ => new FolderFeed(address.Name),
    };
}
