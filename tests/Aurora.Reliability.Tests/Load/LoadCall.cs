using Aurora.Client;
using Polly.CircuitBreaker;

namespace Aurora.Reliability.Tests.Load;

/// <summary>Calls a method of the client. The method and its arguments depend on the number of the call.</summary>
internal sealed class LoadCall(AuroraClient aurora, LoadAccount account, bool watches)
{
    private static readonly AuroraWatchOptions FrequentPolling = new()
    {
        Interval = TimeSpan.FromMilliseconds(100),
        MaxInterval = TimeSpan.FromMilliseconds(100),
        Deadline = TimeSpan.FromSeconds(30),
    };

    /// <returns>The name of the method, the outcome, and whether the outcome is allowed.</returns>
    public async Task<(string Call, string Outcome, bool IsAllowed)> RunAsync(int seed, int number)
    {
        var random = new Random(HashCode.Combine(seed, number));
        var (name, call) = Choose(random);
        using var cancellation = new CancellationTokenSource();
        if (random.Next(50) == 0)
            cancellation.CancelAfter(random.Next(30));
        try
        {
            var isCorrect = await call(cancellation.Token);
            return (name, isCorrect ? LoadOutcomes.Correct : "wrong result", isCorrect);
        }
        catch (AuroraApiException exception)
        {
            return (name, exception.InnerException is BrokenCircuitException ? "circuit open" : exception.Kind.ToString(), Enum.IsDefined(exception.Kind));
        }
        catch (OperationCanceledException exception)
        {
            return (name, "canceled", cancellation.IsCancellationRequested && exception.CancellationToken == cancellation.Token);
        }
        catch (Exception exception)
        {
            return (name, $"{exception.GetType().Name}: {exception.Message}", false);
        }
    }

    private (string, Func<CancellationToken, Task<bool>>) Choose(Random random) => random.Next(100) switch
    {
        < 40 => ("ListAsync()", async token => account.IsCorrect(await aurora.ListAsync(token), account.Ids)),
        < 60 when Ids(random) is var ids => ("ListAsync(ids)", async token => account.IsCorrect(await aurora.ListAsync(ids, cancellationToken: token), ids)),
        < 75 => ("StreamAsync", token => StreamAsync(random.Next(4) == 0 ? random.Next(account.Ids.Count) : int.MaxValue, token)),
        < 85 => ("GetManyAsync", token => GetManyAsync([.. Enumerable.Range(0, 110).Select(_ => Guid.NewGuid()), .. account.Ids], token)),
        < 99 or _ when !watches || random.Next(4) > 0 => ("FindAsync", token => FindAsync(account.Ids[random.Next(account.Ids.Count)], token)),
        _ => ("WatchAsync", token => WatchAsync(LoadAccount.WatchedId(random), token)),
    };

    private Guid[] Ids(Random random) => [.. account.Ids.Where(_ => random.Next(8) == 0).Append(account.Ids[0]).Distinct()];

    private async Task<bool> StreamAsync(int stopAfter, CancellationToken cancellationToken)
    {
        var videos = new List<AuroraFlow>();
        try
        {
            await foreach (var video in aurora.StreamAsync(cancellationToken: cancellationToken))
            {
                videos.Add(video);
                if (videos.Count > stopAfter)
                    break;
            }
        }
        catch (AuroraApiException exception) when (exception.Delivered != videos.Count)
        {
            return false;
        }

        return account.IsCorrect(videos, account.Ids.Take(stopAfter == int.MaxValue ? stopAfter : stopAfter + 1));
    }

    private async Task<bool> GetManyAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        try
        {
            var result = await aurora.GetManyAsync(ids, cancellationToken: cancellationToken);
            return result.Videos.All(account.IsCorrect)
                && result.Videos.Count == account.Ids.Count
                && result.MissingIds.Count == ids.Length - account.Ids.Count;
        }
        catch (AuroraApiException exception) when (exception.PartialResult is null)
        {
            return false;
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await aurora.FindAsync(id, cancellationToken) is { } video && account.IsCorrect(video);

    private async Task<bool> WatchAsync(Guid id, CancellationToken cancellationToken)
    {
        var last = default(AuroraStatus);
        await foreach (var change in aurora.WatchAsync([id], FrequentPolling, cancellationToken))
            last = change.Video.Status;
        return last == AuroraStatus.Done;
    }
}
