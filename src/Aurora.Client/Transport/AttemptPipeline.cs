using Microsoft.Extensions.Logging;
using Polly;

namespace Aurora.Client;

/// <summary>Repeats failed attempts. It is created after the first failure, because Polly is compiled then.</summary>
internal sealed class AttemptPipeline(TimeProvider clock, ILogger logger)
{
    /// <summary>The call in the context of a strategy.</summary>
    public static readonly ResiliencePropertyKey<AuroraCall> Call = new("Aurora.Call");

    private readonly ResiliencePipeline _pipeline = AuroraResilience.Create(clock, logger);

    /// <param name="call">The call. If it has already failed, that failure is the outcome of the first attempt.</param>
    /// <param name="attempt">Makes an attempt.</param>
    /// <param name="cancellationToken">Cancels the attempts and the delays between them.</param>
    public async ValueTask<T> ExecuteAsync<T>(AuroraCall call, Func<CancellationToken, ValueTask<T>> attempt, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Call, call);
        try
        {
            return await _pipeline.ExecuteAsync(
                static (current, state) => state.call.TakeFirstFailure() is { } failure
                    ? new ValueTask<T>(Task.FromException<T>(failure))
                    : state.attempt(current.CancellationToken),
                context, (call, attempt)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
