using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Batching;

[TestFixture]
public sealed class BatchFetcherTests
{
    private readonly FakeTimeProvider _clock = new();

    [Test]
    public async Task Many_ids_are_hundred_a_request_and_come_back_in_the_order_asked()
    {
        var account = new FakeAccount().With(250);
        var asked = FakeAccount.Ids(260).AsEnumerable().Reverse().ToList();

        var results = await FetchAsync(account, asked);

        Assert.That(account.Requests.Select(request => request.Count), Is.EqualTo(new[] { 100, 100, 60 }));
        Assert.That(results.SelectMany(result => result.Videos).Select(video => video.Id), Is.EqualTo(asked.Skip(10)));
        Assert.That(results.SelectMany(result => result.MissingIds), Is.EqualTo(asked.Take(10)));
    }

    [Test]
    public async Task Requests_under_way_reach_the_bound_and_never_exceed_it()
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
    public async Task Ids_are_taken_only_as_far_as_requests_go()
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
    public async Task Throttled_request_holds_all_others_back_until_the_API_allows()
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
    public async Task Wish_to_wait_longer_than_the_call_may_is_the_APIs_error_at_once()
    {
        var account = new FakeAccount { Before = (_, _) => Task.FromException(Throttled(TimeSpan.FromDays(365))) };

        await Assert.ThatAsync(() => FetchAsync(account, FakeAccount.Ids(1)), Throws.TypeOf<AuroraApiException>());
        Assert.That(account.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Failure_of_a_later_request_ends_the_call_without_waiting_for_the_earlier_and_cancels_them()
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
    public async Task Leaving_the_loop_cancels_and_awaits_what_is_under_way()
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
    public async Task Cancellation_ends_the_call_and_carries_the_callers_token()
    {
        using var cancelling = new CancellationTokenSource();
        var account = new FakeAccount { Before = (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, token) };
        var fetching = FetchAsync(account, FakeAccount.Ids(500), cancellationToken: cancelling.Token);

        await cancelling.CancelAsync();

        await Assert.ThatAsync(() => fetching, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancelling.Token));
    }

    [Test]
    public async Task Cancellation_between_two_results_ends_the_call_though_the_next_has_come()
    {
        using var cancelling = new CancellationTokenSource();
        var fetcher = Fetcher(new FakeAccount().With(300), 3);
        await using var results = fetcher.FetchAsync(IdBatch.Split(FakeAccount.Ids(300)), cancelling.Token).GetAsyncEnumerator(CancellationToken.None);

        Assert.That(await results.MoveNextAsync(), Is.True);
        await cancelling.CancelAsync();

        await Assert.ThatAsync(() => results.MoveNextAsync().AsTask(), Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancelling.Token));
    }

    [Test]
    public async Task Cancellation_that_is_not_the_callers_is_handed_on()
    {
        var given = new OperationCanceledException("Another's.");
        var account = new FakeAccount { Before = (_, _) => Task.FromException(given) };

        await Assert.ThatAsync(() => FetchAsync(account, FakeAccount.Ids(1)), Throws.InstanceOf<OperationCanceledException>().With.Message.EqualTo("Another's."));
    }

    [Test]
    public async Task Results_that_come_first_wait_for_the_oldest()
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
    public void Id_that_comes_again_after_a_batch_is_asked_for_again() =>
        Assert.That(IdBatch.Split([.. FakeAccount.Ids(100), FakeAccount.Id(1)]), Is.EqualTo(new[] { FakeAccount.Ids(100), FakeAccount.Ids(1) }));

    [Test]
    public void Id_that_is_twice_in_a_batch_is_in_it_once() =>
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
