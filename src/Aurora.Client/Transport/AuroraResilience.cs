using System.Globalization;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Aurora.Client;

/// <summary>
/// The retries and the circuit breaker, in this order around one attempt. They are not HTTP handlers, because an attempt ends with the last
/// byte of the body, which a handler does not see.
/// </summary>
internal static class AuroraResilience
{
    public static ResiliencePipeline Retries(TimeProvider clock, ILogger logger) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => new(MayRetry(args.Context, args.Outcome.Exception, args.AttemptNumber)),
                DelayGenerator = args => new(Delay(args.Context, args.Outcome.Exception, args.AttemptNumber)),
                OnRetry = args => Record(CallOf(args.Context), args.Outcome.Exception!, args.RetryDelay, logger),
            })
            .Build();

    public static ResiliencePipeline CircuitBreaker(TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                // At Polly's default of 10 %, failures that a retry can fix would make every call fail.
                FailureRatio = 0.5,
                ShouldHandle = args => new(IsTransient(args.Outcome.Exception) && !IsThrottled(args.Outcome.Exception)),
            })
            .Build();

    private static AuroraClientOptions Options(ResilienceContext context) => CallOf(context).Options;

    private static AuroraCall CallOf(ResilienceContext context) => context.Properties.GetValue(AttemptPipeline.Call, null!);

    private static bool MayRetry(ResilienceContext context, Exception? exception, int retriesSoFar)
    {
        if (!IsTransient(exception) || retriesSoFar >= Options(context).MaxRetries)
            return false;
        if (CallOf(context).Tally is not null && exception is AuroraApiException throttled && ThrottleGate.IsThrottling(throttled))
            return false;
        if (!RetrySafety.MaySendAgain(CallOf(context).Request, Options(context), exception))
            return false;
        // A wait beyond the timeout of the call would only replace a clear error with a timeout.
        return (exception as AuroraApiException)?.RetryAfter is not { } wait || wait < CallOf(context).Remaining;
    }

    private static TimeSpan? Delay(ResilienceContext context, Exception? exception, int retriesSoFar)
    {
        if ((exception as AuroraApiException)?.RetryAfter is { } asked)
            return asked;
        return Backoff(Options(context), retriesSoFar);
    }

    /// <summary>Returns the delay before a retry.</summary>
    public static TimeSpan Backoff(AuroraClientOptions options, int retriesSoFar)
    {
        var most = options.RetryDelay.TotalMilliseconds * Math.Pow(2, retriesSoFar);
        return TimeSpan.FromMilliseconds(Math.Min(30_000, most) * (0.5 + Jitter() / 2));
    }

    private static ValueTask Record(AuroraCall call, Exception exception, TimeSpan delay, ILogger logger)
    {
        call.Recover(exception as AuroraApiException);
        if (call.LastFailure is { RetryAfter: not null } rejection)
            AuroraLog.RetryAfter(logger, delay, rejection);
        else
            AuroraLog.Retry(logger, call.RequestText, Describe(call.LastFailure), delay);
        return default;
    }

    /// <summary>Describes in a word why an attempt failed.</summary>
    public static string Describe(AuroraApiException? failure) => failure switch
    {
        null => nameof(AuroraClientOptions.AttemptTimeout),
        { StatusCode: { } status } when (int)status >= 400 => ((int)status).ToString(CultureInfo.InvariantCulture),
        _ => failure.Kind.ToString(),
    };

    private static double Jitter() => Random.Shared.NextDouble();

    private static bool IsThrottled(Exception? exception) => exception is AuroraApiException { Kind: AuroraErrorKind.RateLimit };

    /// <summary>Returns whether another attempt may succeed.</summary>
    public static bool IsTransient(Exception? exception) => exception switch
    {
        AuroraApiException { Kind: AuroraErrorKind.Network } error => !WireFailure.IsPermanent(error.InnerException),
        AuroraApiException error => error.Kind is AuroraErrorKind.RateLimit or AuroraErrorKind.Server or AuroraErrorKind.Timeout,
        TimeoutRejectedException => true,
        _ => false,
    };
}
