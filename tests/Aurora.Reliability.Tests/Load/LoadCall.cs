using Aurora.Client;

namespace Aurora.Reliability.Tests.Load;

/// <summary>One call of a caller's, of a kind that follows from its number, and how it ended.</summary>
internal sealed class LoadCall(AuroraClient aurora, LoadAccount account, bool watches)
{
    private static readonly AuroraWatchOptions Often = new() { Interval = TimeSpan.FromMilliseconds(100), MaxInterval = TimeSpan.FromMilliseconds(100), Deadline = TimeSpan.FromSeconds(30) };

    /// <returns>Which call it was, how it ended, and whether that is as promised.</returns>
    public async Task<(string Call, string Outcome, bool IsPromised)> RunAsync(int seed, int number)
    {
        var random = new Random(HashCode.Combine(seed, number));
        var (name, call) = Choose(random);
        using var leaving = new CancellationTokenSource();
        if (random.Next(50) == 0)
            leaving.CancelAfter(random.Next(30));
        try
        {
            var isRight = await call(leaving.Token);
            return (name, isRight ? "answer" : "wrong answer", isRight);
        }
        catch (AuroraApiException exception)
        {
            return (name, exception.Message.Contains("circuit breaker", StringComparison.Ordinal) ? "circuit breaker" : exception.Kind.ToString(), Enum.IsDefined(exception.Kind));
        }
        catch (OperationCanceledException exception)
        {
            return (name, "cancelled", leaving.IsCancellationRequested && exception.CancellationToken == leaving.Token);
        }
        catch (Exception exception)
        {
            return (name, $"{exception.GetType().Name}: {exception.Message}", false);
        }
    }

    private (string, Func<CancellationToken, Task<bool>>) Choose(Random random) => random.Next(100) switch
    {
        < 40 => ("ListAsync()", async token => account.IsAnswer(await aurora.ListAsync(token), account.Ids)),
        < 60 => Ids(random) is var ids ? ("ListAsync(ids)", async token => account.IsAnswer(await aurora.ListAsync(ids, cancellationToken: token), ids)) : default,
        < 75 => ("StreamAsync", token => StreamAsync(random.Next(4) == 0 ? random.Next(account.Ids.Count) : int.MaxValue, token)),
        < 85 => ("GetManyAsync", token => ManyAsync([.. Enumerable.Range(0, 110).Select(_ => Guid.NewGuid()), .. account.Ids], token)),
        < 99 or _ when !watches || random.Next(4) > 0 => ("FindAsync", token => FindAsync(account.Ids[random.Next(account.Ids.Count)], token)),
        _ => ("WatchAsync", token => WatchAsync(LoadAccount.WatchedId(random), token)),
    };

    private Guid[] Ids(Random random) => [.. account.Ids.Where(_ => random.Next(8) == 0).Append(account.Ids[0]).Distinct()];

    private async Task<bool> StreamAsync(int most, CancellationToken cancellationToken)
    {
        var videos = new List<AuroraFlow>();
        try
        {
            await foreach (var video in aurora.StreamAsync(cancellationToken: cancellationToken))
            {
                videos.Add(video);
                if (videos.Count > most)
                    break;
            }
        }
        catch (AuroraApiException exception) when (exception.Delivered != videos.Count)
        {
            return false;
        }

        return account.IsAnswer(videos, account.Ids.Take(most == int.MaxValue ? most : most + 1));
    }

    private async Task<bool> ManyAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        try
        {
            var many = await aurora.GetManyAsync(ids, cancellationToken: cancellationToken);
            return many.Videos.All(account.IsRight) && many.Videos.Count == account.Ids.Count && many.MissingIds.Count == ids.Length - account.Ids.Count;
        }
        catch (AuroraApiException exception) when (exception.PartialResult is null)
        {
            return false;
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken) => await aurora.FindAsync(id, cancellationToken) is { } video && account.IsRight(video);

    private async Task<bool> WatchAsync(Guid id, CancellationToken cancellationToken)
    {
        var last = default(AuroraStatus);
        await foreach (var change in aurora.WatchAsync([id], Often, cancellationToken))
            last = change.Video.Status;
        return last == AuroraStatus.Done;
    }
}
