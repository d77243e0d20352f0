using System.Net;

namespace Aurora.Client.Tests.Watching;

[TestFixture]
public sealed class WatchDeadlineTests : WatchFixture
{
    [TestCase(HttpStatusCode.TooManyRequests, AuroraErrorKind.RateLimit)]
    [TestCase(HttpStatusCode.ServiceUnavailable, AuroraErrorKind.Server)]
    public async Task Deadline_while_the_API_throttles_is_a_timeout_with_the_facts_of_the_response(HttpStatusCode status, AuroraErrorKind kind)
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
    public async Task Deadline_after_a_success_does_not_mention_an_earlier_rejection()
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
    public async Task Deadline_ends_a_running_request()
    {
        _account.Before = (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, token);

        var run = RunAsync(new() { Deadline = TimeSpan.FromSeconds(60) });
        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.That(await Thrown.By(() => run), Has.Property("Kind").EqualTo(AuroraErrorKind.Timeout).And.Message.Contains("Deadline (00:01:00)"));
    }

    [Test]
    public async Task Deadline_is_a_timeout_that_names_the_running_videos()
    {
        _account.Set(One, AuroraStatus.Running);
        _account.Set(Two, AuroraStatus.Done);

        var run = RunAsync(new() { Deadline = TimeSpan.FromSeconds(60) });
        await AdvanceUntilEndAsync(run);

        await Assert.ThatAsync(() => run, Throws.TypeOf<AuroraApiException>().With.Property("Kind").EqualTo(AuroraErrorKind.Timeout)
            .And.InnerException.TypeOf<TimeoutException>().And.Message.Contains("1 of 2").And.Message.Contains(One.ToString()).And.Message.Not.Contains(Two.ToString()));
    }

    [Test]
    public async Task Deadline_during_a_pause_ends_the_watch_immediately()
    {
        _account.Set(One, AuroraStatus.Running);
        _account.Set(Two, AuroraStatus.Running);
        var started = _clock.GetUtcNow();

        var run = RunAsync(new() { Interval = TimeSpan.FromMinutes(1), MaxInterval = TimeSpan.FromMinutes(1), Deadline = TimeSpan.FromSeconds(90) });
        await AdvanceUntilEndAsync(run);

        await Assert.ThatAsync(() => run, Throws.TypeOf<AuroraApiException>().With.Property("Kind").EqualTo(AuroraErrorKind.Timeout));
        Assert.That((_clock.GetUtcNow() - started).TotalSeconds, Is.EqualTo(90).Within(0.11));
    }
}
