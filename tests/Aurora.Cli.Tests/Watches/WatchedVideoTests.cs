using Aurora.Cli.Watches;
using Aurora.Client;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Cli.Tests.Watches;

internal sealed class WatchedVideoTests
{
    private readonly FakeTimeProvider _clock = new();

    [Test]
    public void Remaining_twoPoints_isWhatThePaceSoFarLeavesAndRunsDown()
    {
        var watched = Running(0.2);
        Assert.That(watched.Remaining, Is.Null);

        Take(watched, 10, AuroraStatus.Running, 0.4);
        Assert.That(watched.Remaining, Is.EqualTo(TimeSpan.FromSeconds(30)));

        _clock.Advance(TimeSpan.FromSeconds(12));
        Assert.That(watched.Remaining, Is.EqualTo(TimeSpan.FromSeconds(18)));

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.That(watched.Remaining, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void Remaining_percentInsteadOfAFraction_isTheSame()
    {
        var watched = Running(20);

        Take(watched, 10, AuroraStatus.Running, 40);

        Assert.That(watched.Remaining, Is.EqualTo(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public void Remaining_timeInTheQueue_doesNotCount()
    {
        var watched = new WatchedVideo(Guid.NewGuid(), _clock);
        Take(watched, 0, AuroraStatus.Pending, 0);
        Take(watched, 3600, AuroraStatus.Running, 0.5);
        Assert.That(watched.Remaining, Is.Null);

        Take(watched, 10, AuroraStatus.Running, 0.75);

        Assert.That(watched.Remaining, Is.EqualTo(TimeSpan.FromSeconds(10)));
    }

    [TestCase(double.NaN)]
    [TestCase(double.NegativeInfinity)]
    [TestCase(0.1)]
    [TestCase(1e-300)]
    public void Remaining_progressThatSaysNothing_isUnknown(double progress)
    {
        var watched = Running(0.2);

        Take(watched, 10, AuroraStatus.Running, progress);

        Assert.That(watched.Remaining, Is.Null);
    }

    [Test]
    public void Elapsed_videoThatHasEnded_stands()
    {
        var watched = Running(0.2);
        Take(watched, 10, AuroraStatus.Done, 1);

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.That(watched.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(10)));
        Assert.That(watched.Remaining, Is.Null);
        Assert.That(watched.IsOver, Is.True);
    }

    private WatchedVideo Running(double progress)
    {
        var watched = new WatchedVideo(Guid.NewGuid(), _clock);
        Take(watched, 0, AuroraStatus.Running, progress);
        return watched;
    }

    private void Take(WatchedVideo watched, int secondsLater, AuroraStatus status, double progress)
    {
        _clock.Advance(TimeSpan.FromSeconds(secondsLater));
        watched.Take(new AuroraFlow { Id = watched.Id, Status = status, Progress = progress });
    }
}
