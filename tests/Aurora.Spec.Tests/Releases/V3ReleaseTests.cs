using System.Net;
using System.Net.Sockets;
using Aurora.Spec.Releases;
using Aurora.Spec.Releases.Feeds;

namespace Aurora.Spec.Tests.Releases;

/// <summary>Releases to a v3 feed: what has been pushed stays, and a second run pushes the rest.</summary>
[TestFixture]
public sealed class V3ReleaseTests : ReleaseTests
{
    private static readonly string[] InOrder =
    [
        $"Aurora.Client.{Version}.nupkg", $"Aurora.Client.{Version}.snupkg", $"Aurora.Testing.{Version}.nupkg",
        $"Aurora.Testing.{Version}.snupkg", $"Aurora.Cli.{Version}.nupkg", $"Aurora.Cli.{Version}.snupkg",
    ];

    private FeedServer _feed = null!;

    [SetUp]
    public async Task StartTheFeed()
    {
        _feed = await FeedServer.StartAsync(Key);
        Set(FeedAddress.Variable, _feed.Index);
        Set(FeedKey.Variable, Key);
    }

    [TearDown]
    public async Task StopTheFeed() => await _feed.DisposeAsync();

    [Test]
    public async Task Release_pushes_each_package_after_what_it_refers_to_with_its_symbols()
    {
        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(_feed.Files, Is.EqualTo(InOrder));
        Assert.That(_feed.Packages.Select(package => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(package.Value))),
            Is.EqualTo(InOrder.Select(file => PackedPackage.Sha256(Path.Combine(Packages, file)))));
        Assert.That(RecordedVersion, Is.EqualTo(Version));
    }

    [Test]
    public async Task Dry_run_reads_the_feed_and_pushes_nothing()
    {
        await PackAsync();
        _feed.Add(Path.Combine(Packages, InOrder[0]));

        var run = await ReleaseAsync("--dry-run");

        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Match($"{InOrder[0]} .*  yes\n").And.Match($"{InOrder[2]} .*  no\n"));
        Assert.That((_feed.Offered, RecordedVersion), Is.EqualTo((Array.Empty<string>(), Released)));
    }

    [Test]
    public async Task Feed_without_symbols_gets_the_packages_and_that_is_said()
    {
        // With symbols at first: NuGet must not remember it.
        await PackAsync();
        _feed.TakesSymbols = false;

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(_feed.Files, Is.EqualTo(InOrder.Where(file => file.EndsWith(".nupkg", StringComparison.Ordinal))));
        Assert.That(run.Error, Does.Contain("takes no symbols: they are not pushed"));
    }

    [Test]
    public async Task Wrong_key_is_refused_by_the_feed_and_told()
    {
        Set(FeedKey.Variable, "another");

        var run = await ReleaseAsync();

        AssertFailed(run, "(Forbidden)", "Nothing was pushed.", "The feed refused the key in AURORA_FEED_KEY");
        Assert.That(_feed.Files, Is.Empty);
    }

    [Test]
    public async Task Connection_that_breaks_in_the_second_package_leaves_the_first_and_a_second_run_completes()
    {
        _feed.Meddle = (context, file) =>
        {
            if (file != InOrder[2])
                return false;
            context.Abort();
            return true;
        };

        AssertFailed(
            await ReleaseAsync(), $"{InOrder[2]} was not pushed", $"On the feed are: Aurora.Client {Version}. Aurora.Testing {Version} was on its way, and may be there. Not there: Aurora.Cli {Version}.", "run it again");
        Assert.That(_feed.Files, Is.EqualTo(InOrder[..2]));

        _feed.Meddle = (_, _) => false;
        var second = await ReleaseAsync();

        Assert.That(second.Code, Is.Zero, second.Error);
        Assert.That((_feed.Files, RecordedVersion), Is.EqualTo((InOrder, Version)));
    }

    [Test]
    public async Task Answer_that_is_lost_after_the_feed_has_taken_the_package_is_no_failure()
    {
        _feed.Meddle = (context, file) =>
        {
            if (file != InOrder[0] || _feed.Files.Contains(file))
                return false;
            _feed.Add(Path.Combine(Packages, file));
            context.Abort();
            return true;
        };

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(_feed.Files, Is.EqualTo(InOrder));
    }

    [Test]
    public async Task Symbols_that_an_earlier_run_has_not_pushed_are_pushed()
    {
        await PackAsync();
        foreach (var file in InOrder.Where(file => file != InOrder[1]))
            _feed.Add(Path.Combine(Packages, file));

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(run.Error, Does.Contain("Already released"));
        Assert.That((_feed.Files, RecordedVersion), Is.EqualTo((InOrder.Except([InOrder[1]]).Append(InOrder[1]), Version)));
    }

    [Test]
    public async Task Version_that_is_there_with_another_content_is_refused_before_the_tests()
    {
        await PackAsync();
        var file = Copy.Repository.PathOf($"artifacts/{InOrder[2]}");
        TestPackages.Write(file, "Aurora.Testing", Version, "another content");
        _feed.Add(file);

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(run.Error, Does.Contain($"Aurora.Testing {Version} is on {_feed.Index} already, with another content").And.Contain("Raise <VersionPrefix>").And.Contain("Nothing was pushed."));
        Assert.That(_feed.Offered, Is.Empty);
    }

    [Test]
    public async Task Package_that_somebody_else_pushes_in_between_is_a_clear_error()
    {
        _feed.Meddle = (_, file) =>
        {
            if (file == InOrder[2] && !_feed.Files.Contains(file))
            {
                var other = Copy.Repository.PathOf($"artifacts/{file}");
                TestPackages.Write(other, "Aurora.Testing", Version, "another content");
                _feed.Add(other);
            }

            return false;
        };

        AssertFailed(await ReleaseAsync(), "somebody else has pushed another package with this version (409)", $"On the feed are: Aurora.Client {Version}.", "Raise the version");
    }

    [Test]
    public async Task Feed_that_cannot_be_read_any_more_in_the_middle_is_told_with_what_is_there()
    {
        _feed.Meddle = (_, file) =>
        {
            if (file != InOrder[2])
                return false;
            _feed.Add(Path.Combine(Packages, file));
            _feed.Breaks = true;
            return false;
        };

        AssertFailed(await ReleaseAsync(), "cannot be read", $"On the feed are: Aurora.Client {Version}. Aurora.Testing {Version} was on its way", "run it again");
    }

    [Test]
    public async Task Package_that_the_feed_has_and_does_not_show_yet_is_a_clear_error()
    {
        await PackAsync();
        _feed.Add(Path.Combine(Packages, InOrder[0]));
        _feed.ShowsPackages = false;

        AssertFailed(await ReleaseAsync(), "(409), but does not show it yet", "Nothing was pushed.", "Wait until it does");
    }

    [TestCase(500)]
    [TestCase(400)]
    [TestCase(404)]
    public async Task Feed_that_fails_and_writes_the_key_back_is_told_without_it(int status)
    {
        _feed.Meddle = (context, _) => FeedServer.Answer(context, status, $"Not with {context.Request.Headers["X-NuGet-ApiKey"]} or {Uri.EscapeDataString(Key)}");

        var run = await ReleaseAsync();

        AssertFailed(run, $"{status} ", "Not with *** or ***", "Nothing was pushed.");
    }

    [Test]
    public async Task Redirect_of_a_push_does_not_take_the_key_along([Values(".nupkg", ".snupkg")] string kind)
    {
        await using var other = await FeedServer.StartAsync(Key);
        _feed.Meddle = (context, file) =>
        {
            if (!file.EndsWith(kind, StringComparison.Ordinal))
                return false;
            context.Response.Headers.Location = other.Index.Replace("v3/index.json", kind == ".nupkg" ? "push" : "symbols", StringComparison.Ordinal);
            return FeedServer.Answer(context, (int)HttpStatusCode.TemporaryRedirect);
        };

        AssertFailed(await ReleaseAsync(), "The key is not sent on to where the feed redirects");
        Assert.That(other.Offered, Is.Empty);
    }

    [Test]
    public async Task Index_that_sends_pushes_where_the_key_could_be_read_is_refused()
    {
        _feed.PushAddress = "http://feed.example/push";

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(run.Error, Does.Contain("has packages pushed to http://feed.example/push, which is not https").And.Contain("Nothing was pushed."));
        Assert.That(Processes.Commands, Is.Empty);
    }

    [Test]
    public async Task Feed_that_does_not_answer_is_refused_before_anything_is_built()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}/v3/index.json";
        listener.Stop();
        Set(FeedAddress.Variable, address);

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(run.Error, Does.Contain($"{address} cannot be read").And.Contain("Nothing was pushed."));
        Assert.That(Processes.Commands, Is.Empty);
    }

    [Test]
    public async Task Interrupted_push_says_what_is_on_the_feed()
    {
        using var interrupted = new CancellationTokenSource();
        _feed.Meddle = (_, file) =>
        {
            if (file == InOrder[2])
                interrupted.Cancel();
            return false;
        };

        var run = await ReleaseAsync(interrupted.Token);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(run.Error, Does.Contain($"Interrupted. On the feed are: Aurora.Client {Version}. Aurora.Testing {Version} was on its way, and may be there. Run it again"));
        Assert.That(RecordedVersion, Is.EqualTo(Released));
    }

    private async Task PackAsync() => Assert.That((await ReleaseAsync("--dry-run")).Code, Is.Zero);

    private void AssertFailed(ToolRun run, params string[] messages)
    {
        Assert.That(run.Code, Is.EqualTo(ExitCode.Found), run.Error);
        foreach (var message in messages)
            Assert.That(run.Error, Does.Contain(message));
        Assert.That(RecordedVersion, Is.EqualTo(Released));
    }
}
