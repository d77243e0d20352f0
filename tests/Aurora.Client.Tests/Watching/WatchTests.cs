using System.Net;
using Aurora.Client.Tests.Batching;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aurora.Client.Tests.Watching;

[TestFixture]
public sealed class WatchTests
{
    private static readonly Guid One = FakeAccount.Id(1);
    private static readonly Guid Two = FakeAccount.Id(2);

    private readonly WaitingClock _clock = new();
    private readonly FakeAccount _account = new();
    private readonly List<AuroraChange> _changes = [];

    [Test]
    public async Task Videos_that_have_ended_are_handed_out_and_end_the_watch()
    {
        _account.Set(One, AuroraStatus.Done);
        _account.Set(Two, AuroraStatus.Rejected);

        await RunAsync(new());

        Assert.That(_changes.Select(change => (change.Video.Id, change.IsFinal, change.Previous)), Is.EquivalentTo(new[] { (One, true, (AuroraFlow?)null), (Two, true, null) }));
        Assert.That(_account.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Change_of_status_or_progress_is_handed_out_and_only_what_runs_is_polled()
    {
        _account.Set(One, AuroraStatus.Running, 0.1);
        _account.Set(Two, AuroraStatus.Done);
        _account.Before = (number, _) =>
        {
            if (number == 3)
                _account.Set(One, AuroraStatus.Running, 0.5);
            if (number == 4)
                _account.Set(One, AuroraStatus.Failed, 0.5);
            return Task.CompletedTask;
        };

        await AdvanceUntilEndAsync(RunAsync(new()));

        Assert.That(_changes.Where(change => change.Video.Id == One).Select(change => (change.Video.Status, change.Video.Progress, change.Previous?.Progress)),
            Is.EqualTo(new[] { (AuroraStatus.Running, 0.1, (double?)null), (AuroraStatus.Running, 0.5, 0.1), (AuroraStatus.Failed, 0.5, 0.5) }));
        Assert.That(_account.Requests.Skip(1), Has.All.EqualTo(new[] { One }));
    }

    [Test]
    public async Task Unknown_status_is_no_end()
    {
        _account.Set(One, "brand_new");
        _account.Set(Two, AuroraStatus.Done);
        _account.Before = (number, _) =>
        {
            if (number == 3)
                _account.Set(One, AuroraStatus.Done);
            return Task.CompletedTask;
        };

        await AdvanceUntilEndAsync(RunAsync(new()));

        Assert.That(_account.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Id_that_the_account_does_not_have_is_an_error_after_the_others_were_handed_out()
    {
        _account.Set(One, AuroraStatus.Running);

        await Assert.ThatAsync(() => RunAsync(new()), Throws.TypeOf<AuroraApiException>()
            .With.Property("Kind").EqualTo(AuroraErrorKind.NotFound).And.Message.Contains(Two.ToString()));
        Assert.That(_changes.Single().Video.Id, Is.EqualTo(One));
    }

    [Test]
    public async Task OnMissing_receives_missing_ids_and_the_others_are_watched_until_they_end()
    {
        var three = FakeAccount.Id(3);
        var missing = new List<Guid[]>();
        _account.Set(One, AuroraStatus.Running);
        _account.Set(Two, AuroraStatus.Running);
        _account.Before = (number, _) =>
        {
            if (number == 2)
                _account.Videos.Remove(Two);
            if (number == 3)
                _account.Set(One, AuroraStatus.Done);
            return Task.CompletedTask;
        };

        await AdvanceUntilEndAsync(RunAsync(new() { OnMissing = ids => missing.Add([.. ids]) }, default, One, Two, three));

        Assert.That(missing, Is.EqualTo(new[] { new[] { three }, [Two] }));
        Assert.That(_account.Requests, Is.EqualTo(new[] { new[] { One, Two, three }, [One, Two], [One] }));
        Assert.That(_changes.Where(change => change.IsFinal).Select(change => change.Video.Id), Is.EqualTo(new[] { One }));
    }

    [Test]
    public async Task OnMissing_that_receives_all_ids_ends_the_watch()
    {
        var missing = new List<Guid>();

        await RunAsync(new() { OnMissing = missing.AddRange });

        Assert.That(missing, Is.EqualTo(new[] { One, Two }));
        Assert.That(_changes, Is.Empty);
    }

    [TestCase(10, "10")]
    [TestCase(11, "10 and 1 more")]
    public async Task Ids_that_the_account_does_not_have_are_named_up_to_ten(int count, string named)
    {
        var ids = FakeAccount.Ids(count);

        await Assert.ThatAsync(() => RunAsync(new(), default, [.. ids]), Throws.TypeOf<AuroraApiException>().With.Message.EqualTo(
            $"The account does not have {count} of the videos: {string.Join(", ", ids.Take(10))}{named[2..]}."));
    }

    [TestCase(HttpStatusCode.TooManyRequests, AuroraErrorKind.RateLimit)]
    [TestCase(HttpStatusCode.ServiceUnavailable, AuroraErrorKind.Server)]
    public async Task Deadline_that_passes_while_the_API_throttles_is_a_timeout_with_the_facts_of_the_response(HttpStatusCode status, AuroraErrorKind kind)
    {
        var throttled = new AuroraApiException(kind) { StatusCode = status, RetryAfter = TimeSpan.FromSeconds(90), Detail = "Slow down.", RequestId = "abc-123" };
        _account.Before = (_, _) => Task.FromException(throttled);

        var run = RunAsync(new() { Deadline = TimeSpan.FromSeconds(60) });
        _clock.Advance(TimeSpan.FromSeconds(60));

        var error = await Thrown.By(() => run);
        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.Timeout).And.Property("StatusCode").EqualTo(status).And.Property("RetryAfter").EqualTo(TimeSpan.FromSeconds(90))
            .And.Property("RequestId").EqualTo("abc-123").And.InnerException.InnerException.SameAs(throttled));
        Assert.That(error.Message, Does.StartWith($"2 of 2 videos were not final within Deadline (00:01:00): {One}, {Two}. The API returned {(int)status} {status}: Slow down. The API asks to wait 90 s."));
        Assert.That(_account.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Deadline_after_a_rejection_that_was_overcome_does_not_mention_it()
    {
        _account.Set(One, AuroraStatus.Running);
        _account.Set(Two, AuroraStatus.Running);
        _account.Before = (number, _) => number == 1
            ? Task.FromException(new AuroraApiException(AuroraErrorKind.RateLimit) { StatusCode = HttpStatusCode.TooManyRequests, RetryAfter = TimeSpan.FromSeconds(5) })
            : Task.CompletedTask;

        var run = RunAsync(new() { Deadline = TimeSpan.FromSeconds(60) });
        await AdvanceUntilEndAsync(run);

        Assert.That(await Thrown.By(() => run), Has.Property("StatusCode").Null.And.Property("RetryAfter").Null.And.Message.Not.Contains("429"));
    }

    [Test]
    public async Task Deadline_ends_a_request_that_takes_longer()
    {
        _account.Before = (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, token);

        var run = RunAsync(new() { Deadline = TimeSpan.FromSeconds(60) });
        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.That(await Thrown.By(() => run), Has.Property("Kind").EqualTo(AuroraErrorKind.Timeout).And.Message.Contains("Deadline (00:01:00)"));
    }

    [Test]
    public async Task Throttled_poll_pauses_longer_each_time_where_the_API_names_no_pause()
    {
        _account.Set(One, AuroraStatus.Done);
        _account.Set(Two, AuroraStatus.Done);
        var polls = new List<double>();
        var started = _clock.GetUtcNow();
        _account.Before = (number, _) =>
        {
            polls.Add((_clock.GetUtcNow() - started).TotalSeconds);
            return number <= 3 ? Task.FromException(new AuroraApiException(AuroraErrorKind.RateLimit, "Slow down.")) : Task.CompletedTask;
        };

        await AdvanceUntilEndAsync(RunAsync(new()));

        Assert.That(polls, Is.EqualTo(new double[] { 0, 1, 3, 7 }).Within(0.11));
    }

    [Test]
    public async Task Failure_of_a_poll_ends_the_watch()
    {
        _account.Before = (_, _) => Task.FromException(new AuroraApiException(AuroraErrorKind.Permission, "No."));

        await Assert.ThatAsync(() => RunAsync(new()), Throws.TypeOf<AuroraApiException>().With.Message.EqualTo("No."));
    }

    [Test]
    public async Task Deadline_is_a_timeout_that_names_what_still_runs()
    {
        _account.Set(One, AuroraStatus.Running);
        _account.Set(Two, AuroraStatus.Done);

        var run = RunAsync(new() { Deadline = TimeSpan.FromSeconds(60) });
        await AdvanceUntilEndAsync(run);

        await Assert.ThatAsync(() => run, Throws.TypeOf<AuroraApiException>().With.Property("Kind").EqualTo(AuroraErrorKind.Timeout)
            .And.InnerException.TypeOf<TimeoutException>().And.Message.Contains("1 of 2").And.Message.Contains(One.ToString()).And.Message.Not.Contains(Two.ToString()));
    }

    [Test]
    public async Task Deadline_within_a_pause_ends_the_watch_then_and_not_after_the_pause()
    {
        _account.Set(One, AuroraStatus.Running);
        _account.Set(Two, AuroraStatus.Running);
        var started = _clock.GetUtcNow();

        var run = RunAsync(new() { Interval = TimeSpan.FromMinutes(1), MaxInterval = TimeSpan.FromMinutes(1), Deadline = TimeSpan.FromSeconds(90) });
        await AdvanceUntilEndAsync(run);

        await Assert.ThatAsync(() => run, Throws.TypeOf<AuroraApiException>().With.Property("Kind").EqualTo(AuroraErrorKind.Timeout));
        Assert.That((_clock.GetUtcNow() - started).TotalSeconds, Is.EqualTo(90).Within(0.11));
    }

    [Test]
    public async Task Throttled_poll_is_made_again_when_the_API_allows()
    {
        _account.Set(One, AuroraStatus.Done);
        _account.Set(Two, AuroraStatus.Done);
        _account.Before = (number, _) => number == 1
            ? Task.FromException(new AuroraApiException(AuroraErrorKind.RateLimit, "Slow down.") { RetryAfter = TimeSpan.FromSeconds(90) })
            : Task.CompletedTask;

        var run = RunAsync(new());
        _clock.Advance(TimeSpan.FromSeconds(89));
        Assert.That(_account.Requests, Has.Count.EqualTo(1));
        _clock.Advance(TimeSpan.FromSeconds(1));
        await run;

        Assert.That(_account.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Poll_that_is_throttled_for_longer_than_a_timer_takes_is_made_again_all_the_same()
    {
        _account.Set(One, AuroraStatus.Done);
        _account.Set(Two, AuroraStatus.Done);
        _account.Before = (number, _) => number == 1
            ? Task.FromException(new AuroraApiException(AuroraErrorKind.RateLimit, "Slow down.") { RetryAfter = TimeSpan.FromDays(365) })
            : Task.CompletedTask;
        var started = _clock.GetUtcNow();

        var run = RunAsync(new());
        for (var day = 0; day < 366 && !run.IsCompleted; await Task.Yield())
        {
            if (_clock.Waiting == 0)
                continue;
            _clock.Advance(TimeSpan.FromDays(1));
            day++;
        }

        await run;
        Assert.That(_clock.GetUtcNow() - started, Is.EqualTo(TimeSpan.FromDays(365)));
    }

    [Test]
    public async Task Pause_grows_while_nothing_changes_and_is_short_again_after_a_change()
    {
        var pauses = new List<TimeSpan>();
        var last = _clock.GetUtcNow();
        _account.Set(One, AuroraStatus.Running);
        _account.Set(Two, AuroraStatus.Done);
        _account.Before = (number, _) =>
        {
            pauses.Add(_clock.GetUtcNow() - last);
            last = _clock.GetUtcNow();
            if (number == 7)
                _account.Set(One, AuroraStatus.Running, 0.5);
            if (number == 8)
                _account.Set(One, AuroraStatus.Done);
            return Task.CompletedTask;
        };

        await AdvanceUntilEndAsync(RunAsync(new() { Interval = TimeSpan.FromSeconds(8), MaxInterval = TimeSpan.FromSeconds(20) }));

        Assert.That(pauses.Select(pause => pause.TotalSeconds), Is.EqualTo(new double[] { 0, 8, 12, 18, 20, 20, 20, 8 }).Within(0.11));
    }

    [TestCase(0.0, 4)]
    [TestCase(0.9999999, 6)]
    public async Task Pause_varies_by_a_fifth(double random, double seconds)
    {
        var schedule = new PollSchedule(new AuroraWatchOptions(), _clock, () => random);
        var started = _clock.GetUtcNow();

        await AdvanceUntilEndAsync(schedule.WaitAsync(hasChanged: true, CancellationToken.None));

        Assert.That((_clock.GetUtcNow() - started).TotalSeconds, Is.EqualTo(seconds).Within(0.11));
    }

    [Test]
    public async Task Cancellation_ends_the_pause()
    {
        _account.Set(One, AuroraStatus.Running);
        _account.Set(Two, AuroraStatus.Running);
        using var cancelling = new CancellationTokenSource();
        var run = RunAsync(new(), cancelling.Token);

        await cancelling.CancelAsync();

        await Assert.ThatAsync(() => run, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancelling.Token));
    }

    private async Task RunAsync(AuroraWatchOptions options, CancellationToken cancellationToken = default, params Guid[] ids)
    {
        var watch = new Watch(ids.Length == 0 ? [One, Two] : ids, _account.ListAsync, 4, new PollSchedule(options, _clock, () => 0.5), NullLogger.Instance, options.OnMissing);
        await foreach (var change in watch.RunAsync(cancellationToken))
            _changes.Add(change);
    }

    /// <summary>Lets the clock run in steps of a tenth of a second, while somebody waits for it; no real time passes.</summary>
    private async Task AdvanceUntilEndAsync(Task task)
    {
        var most = 0;
        for (var step = 0; step < 10_000 && !task.IsCompleted;)
        {
            // A deadline waits all the time; whoever makes the requests waits between them.
            most = Math.Max(most, _clock.Waiting);
            if (most > 0 && _clock.Waiting == most)
            {
                _clock.Advance(TimeSpan.FromSeconds(0.1));
                step++;
            }

            await Task.Yield();
        }

        Assert.That(task.IsCompleted, Is.True, "The clock ran for 1,000 seconds.");
        if (task.IsFaulted)
            return;
        await task;
    }

    [SetUp]
    public void Clear()
    {
        _changes.Clear();
        _account.Videos.Clear();
        _account.Requests.Clear();
        _account.Before = (_, _) => Task.CompletedTask;
    }
}
