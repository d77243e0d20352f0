using Aurora.Client.Tests.Batching;

namespace Aurora.Client.Tests.Watching;

[TestFixture]
public sealed class WatchTests : WatchFixture
{
    [Test]
    public async Task Final_videos_are_returned_and_end_the_watch()
    {
        Account.Set(One, AuroraStatus.Done);
        Account.Set(Two, AuroraStatus.Rejected);

        await RunAsync(new());

        Assert.That(Changes.Select(change => (change.Video.Id, change.IsFinal, change.Previous)), Is.EquivalentTo(new[] { (One, true, (AuroraFlow?)null), (Two, true, null) }));
        Assert.That(Account.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Changes_of_status_or_progress_are_returned_and_only_running_videos_are_polled()
    {
        Account.Set(One, AuroraStatus.Running, 0.1);
        Account.Set(Two, AuroraStatus.Done);
        Account.Before = (number, _) =>
        {
            if (number == 3)
                Account.Set(One, AuroraStatus.Running, 0.5);
            if (number == 4)
                Account.Set(One, AuroraStatus.Failed, 0.5);
            return Task.CompletedTask;
        };

        await AdvanceUntilEndAsync(RunAsync(new()));

        Assert.That(Changes.Where(change => change.Video.Id == One).Select(change => (change.Video.Status, change.Video.Progress, change.Previous?.Progress)),
            Is.EqualTo(new[] { (AuroraStatus.Running, 0.1, (double?)null), (AuroraStatus.Running, 0.5, 0.1), (AuroraStatus.Failed, 0.5, 0.5) }));
        Assert.That(Account.Requests.Skip(1), Has.All.EqualTo(new[] { One }));
    }

    [Test]
    public async Task Unknown_status_is_not_final()
    {
        Account.Set(One, "brand_new");
        Account.Set(Two, AuroraStatus.Done);
        Account.Before = (number, _) =>
        {
            if (number == 3)
                Account.Set(One, AuroraStatus.Done);
            return Task.CompletedTask;
        };

        await AdvanceUntilEndAsync(RunAsync(new()));

        Assert.That(Account.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Missing_id_throws_after_the_other_videos_were_returned()
    {
        Account.Set(One, AuroraStatus.Running);

        await Assert.ThatAsync(() => RunAsync(new()), Throws.TypeOf<AuroraApiException>()
            .With.Property("Kind").EqualTo(AuroraErrorKind.NotFound).And.Message.Contains(Two.ToString()));
        Assert.That(Changes.Single().Video.Id, Is.EqualTo(One));
    }

    [Test]
    public async Task OnMissing_receives_missing_ids_and_the_others_are_watched_until_they_end()
    {
        var three = FakeAccount.Id(3);
        var missing = new List<Guid[]>();
        Account.Set(One, AuroraStatus.Running);
        Account.Set(Two, AuroraStatus.Running);
        Account.Before = (number, _) =>
        {
            if (number == 2)
                Account.Videos.Remove(Two);
            if (number == 3)
                Account.Set(One, AuroraStatus.Done);
            return Task.CompletedTask;
        };

        await AdvanceUntilEndAsync(RunAsync(new() { OnMissing = ids => missing.Add([.. ids]) }, default, One, Two, three));

        Assert.That(missing, Is.EqualTo(new[] { new[] { three }, [Two] }));
        Assert.That(Account.Requests, Is.EqualTo(new[] { new[] { One, Two, three }, [One, Two], [One] }));
        Assert.That(Changes.Where(change => change.IsFinal).Select(change => change.Video.Id), Is.EqualTo(new[] { One }));
    }

    [Test]
    public async Task OnMissing_that_receives_all_ids_ends_the_watch()
    {
        var missing = new List<Guid>();

        await RunAsync(new() { OnMissing = missing.AddRange });

        Assert.That(missing, Is.EqualTo(new[] { One, Two }));
        Assert.That(Changes, Is.Empty);
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
        Account.Set(One, AuroraStatus.Done);
        Account.Set(Two, AuroraStatus.Done);
        var polls = new List<double>();
        var started = Clock.GetUtcNow();
        Account.Before = (number, _) =>
        {
            polls.Add((Clock.GetUtcNow() - started).TotalSeconds);
            return number <= 3 ? Task.FromException(new AuroraApiException(AuroraErrorKind.RateLimit, "Slow down.")) : Task.CompletedTask;
        };

        await AdvanceUntilEndAsync(RunAsync(new()));

        Assert.That(polls, Is.EqualTo(new double[] { 0, 1, 3, 7 }).Within(0.11));
    }

    [Test]
    public async Task Failed_poll_ends_the_watch()
    {
        Account.Before = (_, _) => Task.FromException(new AuroraApiException(AuroraErrorKind.Permission, "No."));

        await Assert.ThatAsync(() => RunAsync(new()), Throws.TypeOf<AuroraApiException>().With.Message.EqualTo("No."));
    }

    [Test]
    public async Task Throttled_poll_is_repeated_after_the_requested_wait()
    {
        Account.Set(One, AuroraStatus.Done);
        Account.Set(Two, AuroraStatus.Done);
        Account.Before = (number, _) => number == 1
            ? Task.FromException(new AuroraApiException(AuroraErrorKind.RateLimit, "Slow down.") { RetryAfter = TimeSpan.FromSeconds(90) })
            : Task.CompletedTask;

        var run = RunAsync(new());
        Clock.Advance(TimeSpan.FromSeconds(89));
        Assert.That(Account.Requests, Has.Count.EqualTo(1));
        Clock.Advance(TimeSpan.FromSeconds(1));
        await run;

        Assert.That(Account.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Poll_that_is_throttled_for_longer_than_a_timer_supports_is_repeated()
    {
        Account.Set(One, AuroraStatus.Done);
        Account.Set(Two, AuroraStatus.Done);
        Account.Before = (number, _) => number == 1
            ? Task.FromException(new AuroraApiException(AuroraErrorKind.RateLimit, "Slow down.") { RetryAfter = TimeSpan.FromDays(365) })
            : Task.CompletedTask;
        var started = Clock.GetUtcNow();

        var run = RunAsync(new());
        for (var day = 0; day < 366 && !run.IsCompleted; await Task.Yield())
        {
            if (Clock.Waiting == 0)
                continue;
            Clock.Advance(TimeSpan.FromDays(1));
            day++;
        }

        await run;
        Assert.That(Clock.GetUtcNow() - started, Is.EqualTo(TimeSpan.FromDays(365)));
    }

    [Test]
    public async Task Pause_grows_without_changes_and_is_short_after_a_change()
    {
        var pauses = new List<TimeSpan>();
        var last = Clock.GetUtcNow();
        Account.Set(One, AuroraStatus.Running);
        Account.Set(Two, AuroraStatus.Done);
        Account.Before = (number, _) =>
        {
            pauses.Add(Clock.GetUtcNow() - last);
            last = Clock.GetUtcNow();
            if (number == 7)
                Account.Set(One, AuroraStatus.Running, 0.5);
            if (number == 8)
                Account.Set(One, AuroraStatus.Done);
            return Task.CompletedTask;
        };

        await AdvanceUntilEndAsync(RunAsync(new() { Interval = TimeSpan.FromSeconds(8), MaxInterval = TimeSpan.FromSeconds(20) }));

        Assert.That(pauses.Select(pause => pause.TotalSeconds), Is.EqualTo(new double[] { 0, 8, 12, 18, 20, 20, 20, 8 }).Within(0.11));
    }

    [TestCase(0.0, 4)]
    [TestCase(0.9999999, 6)]
    public async Task Pause_varies_by_up_to_a_fifth(double random, double seconds)
    {
        var schedule = new PollSchedule(new AuroraWatchOptions(), Clock, () => random);
        var started = Clock.GetUtcNow();

        await AdvanceUntilEndAsync(schedule.WaitAsync(hasChanged: true, CancellationToken.None));

        Assert.That((Clock.GetUtcNow() - started).TotalSeconds, Is.EqualTo(seconds).Within(0.11));
    }

    [Test]
    public async Task Cancellation_ends_the_pause()
    {
        Account.Set(One, AuroraStatus.Running);
        Account.Set(Two, AuroraStatus.Running);
        using var cancelling = new CancellationTokenSource();
        var run = RunAsync(new(), cancelling.Token);

        await cancelling.CancelAsync();

        await Assert.ThatAsync(() => run, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancelling.Token));
    }
}
