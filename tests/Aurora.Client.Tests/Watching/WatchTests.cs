using Aurora.Client.Tests.Batching;

namespace Aurora.Client.Tests.Watching;

[TestFixture]
public sealed class WatchTests : WatchFixture
{
    [Test]
    public async Task Final_videos_are_returned_and_end_the_watch()
    {
        _account.Set(One, AuroraStatus.Done);
        _account.Set(Two, AuroraStatus.Rejected);

        await RunAsync(new());

        Assert.That(_changes.Select(change => (change.Video.Id, change.IsFinal, change.Previous)), Is.EquivalentTo(new[] { (One, true, (AuroraFlow?)null), (Two, true, null) }));
        Assert.That(_account.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Changes_of_status_or_progress_are_returned_and_only_running_videos_are_polled()
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
    public async Task Unknown_status_is_not_final()
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
    public async Task Missing_id_throws_after_the_other_videos_were_returned()
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
    public async Task Message_names_up_to_ten_missing_ids(int count, string named)
    {
        var ids = FakeAccount.Ids(count);

        await Assert.ThatAsync(() => RunAsync(new(), default, [.. ids]), Throws.TypeOf<AuroraApiException>().With.Message.EqualTo(
            $"The account does not have {count} of the videos: {string.Join(", ", ids.Take(10))}{named[2..]}."));
    }

    [Test]
    public async Task Pause_after_a_throttled_poll_grows_if_the_API_does_not_set_it()
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
    public async Task Failed_poll_ends_the_watch()
    {
        _account.Before = (_, _) => Task.FromException(new AuroraApiException(AuroraErrorKind.Permission, "No."));

        await Assert.ThatAsync(() => RunAsync(new()), Throws.TypeOf<AuroraApiException>().With.Message.EqualTo("No."));
    }

    [Test]
    public async Task Throttled_poll_is_repeated_after_the_requested_wait()
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
    public async Task Poll_that_is_throttled_for_longer_than_a_timer_supports_is_repeated()
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
    public async Task Pause_grows_without_changes_and_is_short_after_a_change()
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
    public async Task Pause_varies_by_up_to_a_fifth(double random, double seconds)
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
}
