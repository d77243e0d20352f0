using Polly;
using Polly.Retry;

namespace Aurora.Cli.Downloads;

/// <summary>Retries a download with increasing delays, as long as the file grows, and a few times if it does not.</summary>
internal static class DownloadRetry
{
    private const int MaxFailures = 5;

    private static readonly ResiliencePropertyKey<DownloadAttempts> Attempts = new("Aurora.Attempts");
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromMinutes(5);

    public static ResiliencePipeline Create(TimeProvider clock) => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = args => new(MayRetry(args.Outcome.Exception, AttemptsOf(args.Context))),
            DelayGenerator = args => new(Delay(args.Outcome.Exception, AttemptsOf(args.Context))),
        })
        .Build();

    /// <summary>Runs an attempt until it succeeds or cannot be retried.</summary>
    public static async Task ExecuteAsync(
        this ResiliencePipeline pipeline, DownloadAttempts attempts, Func<CancellationToken, Task> attempt, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Attempts, attempts);
        try
        {
            await pipeline.ExecuteAsync(async current => await attempt(current.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static bool MayRetry(Exception? exception, DownloadAttempts attempts) =>
        exception is DownloadException { IsTransient: true } transient
        && !(transient.RetryAfter > MaxRetryAfter)
        && attempts.RecordFailure() <= MaxFailures;

    private static TimeSpan? Delay(Exception? exception, DownloadAttempts attempts) =>
        (exception as DownloadException)?.RetryAfter
        ?? FirstDelay * Math.Pow(2, attempts.Failures - 1) * (0.75 + (Random.Shared.NextDouble() / 2));

    private static DownloadAttempts AttemptsOf(ResilienceContext context) => context.Properties.GetValue(Attempts, null!);
}
