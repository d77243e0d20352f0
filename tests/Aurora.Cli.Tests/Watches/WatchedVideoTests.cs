using Aurora.Cli.Watches;
using Aurora.Client;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Cli.Tests.Watches;

[TestFixture]
public sealed class WatchedVideoTests
{
    private readonly FakeTimeProvider _clock = new();

    [Test]
    public void Remaining_progress_returns_estimate()
    {
        var watched = Running(0.2);
        Assert.That(watched.Remaining, Is.Null);

        Update(watched, 10, AuroraStatus.Running, 0.4);
        Assert.That(watched.Remaining, Is.EqualTo(TimeSpan.FromSeconds(30)));

        _clock.Advance(TimeSpan.FromSeconds(12));
        Assert.That(watched.Remaining, Is.EqualTo(TimeSpan.FromSeconds(18)));

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.That(watched.Remaining, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void Remaining_percentage_returns_same_estimate()
    {
        var watched = Running(20);

        Update(watched, 10, AuroraStatus.Running, 40);

        Assert.That(watched.Remaining, Is.EqualTo(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public void Remaining_time_in_queue_is_ignored()
    {
        var watched = new WatchedVideo(Guid.NewGuid(), _clock);
        Update(watched, 0, AuroraStatus.Pending, 0);
        Update(watched, 3600, AuroraStatus.Running, 0.5);
        Assert.That(watched.Remaining, Is.Null);

        Update(watched, 10, AuroraStatus.Running, 0.75);

        Assert.That(watched.Remaining, Is.EqualTo(TimeSpan.FromSeconds(10)));
    }

    [TestCase(double.NaN)]
    [TestCase(double.NegativeInfinity)]
    [TestCase(0.1)]
    [TestCase(1e-300)]
    public void Remaining_no_progress_returns_null(double progress)
    {
        var watched = Running(0.2);

        Update(watched, 10, AuroraStatus.Running, progress);

        Assert.That(watched.Remaining, Is.Null);
    }

    [Test]
    public void Elapsed_final_video_is_constant()
    {
        var watched = Running(0.2);
        Update(watched, 10, AuroraStatus.Done, 1);

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.That(watched.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(10)));
        Assert.That(watched.Remaining, Is.Null);
        Assert.That(watched.IsFinished, Is.True);
    }

    private WatchedVideo Running(double progress)
    {
        var watched = new WatchedVideo(Guid.NewGuid(), _clock);
        Update(watched, 0, AuroraStatus.Running, progress);
        return watched;
    }

    private void Update(WatchedVideo watched, int secondsLater, AuroraStatus status, double progress)
    {
        _clock.Advance(TimeSpan.FromSeconds(secondsLater));
        watched.Update(new AuroraFlow { Id = watched.Id, Status = status, Progress = progress });
    }
}
