using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Batching;

[TestFixture]
public sealed class BatchFetcherTests
{
    private readonly FakeTimeProvider _clock = new();

    [Test]
    public async Task Requests_contain_up_to_100_ids_and_results_have_the_order_of_the_ids()
    {
        var account = new FakeAccount().With(250);
        var asked = FakeAccount.Ids(260).AsEnumerable().Reverse().ToList();

        var results = await FetchAsync(account, asked);

        Assert.That(account.Requests.Select(request => request.Count), Is.EqualTo(new[] { 100, 100, 60 }));
        Assert.That(results.SelectMany(result => result.Videos).Select(video => video.Id), Is.EqualTo(asked.Skip(10)));
        Assert.That(results.SelectMany(result => result.MissingIds), Is.EqualTo(asked.Take(10)));
    }

    [Test]
    public async Task Concurrent_requests_reach_and_never_exceed_the_limit()
    {
        var account = new FakeAccount().With(1000);
        var release = new TaskCompletionSource();
        account.Before = (number, _) => number <= 3 ? release.Task : Task.CompletedTask;

        var fetching = FetchAsync(account, FakeAccount.Ids(1000), maxConcurrency: 3);
        Assert.That(account.Requests, Has.Count.EqualTo(3));
        release.SetResult();
        await fetching;

        Assert.That(account.MostActive, Is.EqualTo(3));
        Assert.That(account.Requests, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task Ids_are_read_only_when_a_request_needs_them()
    {
        var taken = 0;
        IEnumerable<Guid> Endless()
        {
            while (true)
                yield return FakeAccount.Id(++taken);
        }

        var fetcher = Fetcher(new FakeAccount(), 2);
        await foreach (var _ in fetcher.FetchAsync(IdBatch.Split(Endless()), CancellationToken.None))
            break;

        Assert.That(taken, Is.EqualTo(200));
    }

    [Test]
    public async Task Throttled_request_delays_all_others_until_the_API_accepts_them()
    {
        var account = new FakeAccount().With(300);
        account.Before = (number, _) => number == 1 ? Task.FromException(Throttled(TimeSpan.FromSeconds(7))) : Task.CompletedTask;

        var fetching = FetchAsync(account, FakeAccount.Ids(300), maxConcurrency: 1);
        Assert.That(account.Requests, Has.Count.EqualTo(1));
        _clock.Advance(TimeSpan.FromSeconds(6.9));
        Assert.That(account.Requests, Has.Count.EqualTo(1));
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        var results = await fetching;

        Assert.That(results.Sum(result => result.Videos.Count), Is.EqualTo(300));
        Assert.That(account.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Retry_after_beyond_the_limit_of_the_call_fails_immediately()
    {
        var account = new FakeAccount { Before = (_, _) => Task.FromException(Throttled(TimeSpan.FromDays(365))) };

        await Assert.ThatAsync(() => FetchAsync(account, FakeAccount.Ids(1)), Throws.TypeOf<AuroraApiException>());
        Assert.That(account.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Failure_of_a_later_request_cancels_the_earlier_ones_and_ends_the_call()
    {
        var cancelled = new TaskCompletionSource();
        var account = new FakeAccount().With(200);
        account.Before = async (number, token) =>
        {
            if (number == 2)
                throw new AuroraApiException(AuroraErrorKind.Server, "No.");
            using var _ = token.Register(cancelled.SetResult);
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
        };

        await Assert.ThatAsync(() => FetchAsync(account, FakeAccount.Ids(200), maxConcurrency: 2), Throws.TypeOf<AuroraApiException>().With.Message.EqualTo("No."));
        Assert.That(cancelled.Task.IsCompleted, Is.True);
    }

    [Test]
    public async Task Leaving_the_loop_cancels_and_awaits_running_requests()
    {
        var ended = 0;
        var account = new FakeAccount().With(300);
        account.Before = async (number, token) =>
        {
            if (number == 1)
                return;
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            }
            finally
            {
                Interlocked.Increment(ref ended);
            }
        };

        await foreach (var _ in Fetcher(account, 3).FetchAsync(IdBatch.Split(FakeAccount.Ids(300)), CancellationToken.None))
            break;

        Assert.That(ended, Is.EqualTo(2));
    }

    [Test]
    public async Task Cancellation_ends_the_call_with_the_token_of_the_caller()
    {
        using var cancelling = new CancellationTokenSource();
        var account = new FakeAccount { Before = (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, token) };
        var fetching = FetchAsync(account, FakeAccount.Ids(500), cancellationToken: cancelling.Token);

        await cancelling.CancelAsync();

        await Assert.ThatAsync(() => fetching, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancelling.Token));
    }

    [Test]
    public async Task Cancellation_between_two_results_ends_the_call_even_if_the_next_result_has_arrived()
    {
        using var cancelling = new CancellationTokenSource();
        var fetcher = Fetcher(new FakeAccount().With(300), 3);
        await using var results = fetcher.FetchAsync(IdBatch.Split(FakeAccount.Ids(300)), cancelling.Token).GetAsyncEnumerator(CancellationToken.None);

        Assert.That(await results.MoveNextAsync(), Is.True);
        await cancelling.CancelAsync();

        await Assert.ThatAsync(() => results.MoveNextAsync().AsTask(), Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancelling.Token));
    }

    [Test]
    public async Task Cancellation_by_another_token_is_thrown_unchanged()
    {
        var given = new OperationCanceledException("Another's.");
        var account = new FakeAccount { Before = (_, _) => Task.FromException(given) };

        await Assert.ThatAsync(() => FetchAsync(account, FakeAccount.Ids(1)), Throws.InstanceOf<OperationCanceledException>().With.Message.EqualTo("Another's."));
    }

    [Test]
    public async Task Later_results_wait_for_the_oldest_request()
    {
        var account = new FakeAccount().With(300);
        var release = new TaskCompletionSource();
        account.Before = (number, _) => number == 1 ? release.Task : Task.CompletedTask;

        var fetching = FetchAsync(account, FakeAccount.Ids(300));
        Assert.That(fetching.IsCompleted, Is.False);
        release.SetResult();

        Assert.That((await fetching).SelectMany(result => result.Videos).Select(video => video.Id), Is.EqualTo(FakeAccount.Ids(300)));
    }

    [Test]
    public void Id_that_repeats_in_a_later_batch_is_requested_again() =>
        Assert.That(IdBatch.Split([.. FakeAccount.Ids(100), FakeAccount.Id(1)]), Is.EqualTo(new[] { FakeAccount.Ids(100), FakeAccount.Ids(1) }));

    [Test]
    public void Id_that_repeats_within_a_batch_is_requested_once() =>
        Assert.That(IdBatch.Split([FakeAccount.Id(1), FakeAccount.Id(2), FakeAccount.Id(1)]).Single(), Is.EqualTo(FakeAccount.Ids(2)));

    private static AuroraApiException Throttled(TimeSpan? retryAfter) => new(AuroraErrorKind.RateLimit, "Slow down.") { RetryAfter = retryAfter };

    private BatchFetcher Fetcher(FakeAccount account, int maxConcurrency)
    {
        var tally = new CallTally();
        return new BatchFetcher(account.ListAsync, maxConcurrency, tally, new ThrottleGate(_clock, tally, ThrottleGate.Patience, NullLogger.Instance));
    }

    private async Task<List<AuroraBatchResult>> FetchAsync(FakeAccount account, IEnumerable<Guid> ids, int maxConcurrency = 4, CancellationToken cancellationToken = default)
    {
        var results = new List<AuroraBatchResult>();
        await foreach (var result in Fetcher(account, maxConcurrency).FetchAsync(IdBatch.Split(ids), cancellationToken))
            results.Add(result);
        return results;
    }
}
