using Polly;
using Polly.Retry;

namespace Aurora.Cli.Downloads;

/// <summary>When to try again: with growing pauses, as long as the file grows, and a few times where it does not.</summary>
internal static class DownloadRetry
{
    private const int MostInVain = 5;

    private static readonly ResiliencePropertyKey<DownloadEffort> Effort = new("Aurora.Effort");
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromMinutes(5);

    public static ResiliencePipeline Create(TimeProvider clock) => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = args => new(MayRetry(args.Outcome.Exception, EffortOf(args.Context))),
            DelayGenerator = args => new(Pause(args.Outcome.Exception, EffortOf(args.Context))),
        })
        .Build();

    /// <summary>Attempts one file until it is there or no attempt would help.</summary>
    public static async Task ExecuteAsync(this ResiliencePipeline pipeline, DownloadEffort effort, Func<CancellationToken, Task> attempt, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Effort, effort);
        try
        {
            await pipeline.ExecuteAsync(async current => await attempt(current.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static bool MayRetry(Exception? exception, DownloadEffort effort) =>
        exception is DownloadException { IsTransient: true } transient && !(transient.RetryAfter > LongestAsked) && effort.CountFailure() <= MostInVain;

    private static TimeSpan? Pause(Exception? exception, DownloadEffort effort) =>
        (exception as DownloadException)?.RetryAfter ?? FirstPause * Math.Pow(2, effort.Failures - 1) * (0.75 + (Random.Shared.NextDouble() / 2));

    private static DownloadEffort EffortOf(ResilienceContext context) => context.Properties.GetValue(Effort, null!);
}
