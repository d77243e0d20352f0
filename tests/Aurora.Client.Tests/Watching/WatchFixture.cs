using Aurora.Client.Tests.Batching;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aurora.Client.Tests.Watching;

/// <summary>Runs a watch on a fake account with a fake clock.</summary>
public abstract class WatchFixture
{
    protected static readonly Guid One = FakeAccount.Id(1);
    protected static readonly Guid Two = FakeAccount.Id(2);

    private protected readonly WaitingClock _clock = new();
    private protected readonly FakeAccount _account = new();
    private protected readonly List<AuroraChange> _changes = [];

    [SetUp]
    public void Clear()
    {
        _changes.Clear();
        _account.Videos.Clear();
        _account.Requests.Clear();
        _account.Before = (_, _) => Task.CompletedTask;
    }

    protected async Task RunAsync(AuroraWatchOptions options, CancellationToken cancellationToken = default, params Guid[] ids)
    {
        var schedule = new PollSchedule(options, _clock, () => 0.5);
        var watch = new Watch(ids.Length == 0 ? [One, Two] : ids, _account.ListAsync, 4, schedule, NullLogger.Instance, options.OnMissing);
        await foreach (var change in watch.RunAsync(cancellationToken))
            _changes.Add(change);
    }

    /// <summary>Advances the clock in steps of a tenth of a second while other code waits for it. No real time passes.</summary>
    protected async Task AdvanceUntilEndAsync(Task task)
    {
        var most = 0;
        for (var step = 0; step < 10_000 && !task.IsCompleted;)
        {
            // The deadline has a timer at all times, and the watch has another one between two requests.
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
}
