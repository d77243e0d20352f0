using Microsoft.Extensions.Logging;
using Polly;

namespace Aurora.Client;

/// <summary>Repeats failed attempts. It is created after the first failure, because Polly is compiled then.</summary>
internal sealed class AttemptPipeline(TimeProvider clock, ILogger logger)
{
    /// <summary>The call in the context of a strategy.</summary>
    public static readonly ResiliencePropertyKey<AuroraCall> Call = new("Aurora.Call");

    private readonly ResiliencePipeline _retries = AuroraResilience.Retries(clock, logger);
    private readonly ResiliencePipeline _circuitBreaker = AuroraResilience.CircuitBreaker(clock);

    /// <param name="call">The call. If it has already failed, that failure is the outcome of the first attempt.</param>
    /// <param name="attempt">Makes an attempt.</param>
    /// <param name="cancellationToken">Cancels the attempts and the delays between them.</param>
    public async ValueTask<T> ExecuteAsync<T>(AuroraCall call, Func<CancellationToken, ValueTask<T>> attempt, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Call, call);
        try
        {
            // The circuit breaker does not count attempts outside the pipeline: those that succeed never reach it, so the others must not either.
            return await _retries.ExecuteAsync(
                static (current, state) => state.call.TakeFirstFailure() is { } failure
                    ? new ValueTask<T>(Task.FromException<T>(failure))
                    : state._circuitBreaker.ExecuteAsync(static (inner, attempt) => attempt(inner.CancellationToken), current, state.attempt),
                context, (call, attempt, _circuitBreaker)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
