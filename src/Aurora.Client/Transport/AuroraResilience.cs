using System.Globalization;
using System.Net;
using System.Net.Sockets;
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
                ShouldHandle = args => new(MayRetry(CallOf(args.Context), args.Outcome.Exception, args.AttemptNumber)),
                DelayGenerator = args => new((args.Outcome.Exception as AuroraApiException)?.RetryAfter ?? Backoff(CallOf(args.Context).Options, args.AttemptNumber)),
                OnRetry = args => Record(CallOf(args.Context), args.Outcome.Exception!, args.RetryDelay, logger),
            })
            .Build();

    public static ResiliencePipeline CircuitBreaker(TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                // At Polly's default of 10 %, failures that a retry can fix would make every call fail.
                FailureRatio = 0.5,
                ShouldHandle = args => new(IsTransient(args.Outcome.Exception) && args.Outcome.Exception is not AuroraApiException { Kind: AuroraErrorKind.RateLimit }),
            })
            .Build();

    private static AuroraCall CallOf(ResilienceContext context) => context.Properties.GetValue(AttemptPipeline.Call, null!);

    private static bool MayRetry(AuroraCall call, Exception? exception, int retriesSoFar)
    {
        if (!IsTransient(exception) || retriesSoFar >= call.Options.MaxRetries || !RetrySafety.MaySendAgain(call.Request, call.Options, exception))
            return false;
        if (exception is not AuroraApiException error)
            return true;
        // A wait beyond the timeout of the call would only replace a clear error with a timeout.
        return (call.Tally is null || !ThrottleGate.IsThrottling(error)) && (error.RetryAfter is not { } wait || wait < call.Remaining);
    }

    public static TimeSpan Backoff(AuroraClientOptions options, int retriesSoFar)
    {
        var most = options.RetryDelay.TotalMilliseconds * Math.Pow(2, retriesSoFar);
        return TimeSpan.FromMilliseconds(Math.Min(30_000, most) * (0.5 + Random.Shared.NextDouble() / 2));
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

    /// <summary>Returns whether another attempt may succeed.</summary>
    public static bool IsTransient(Exception? exception) => exception switch
    {
        AuroraApiException { Kind: AuroraErrorKind.Network } error => !WireFailure.IsPermanent(error.InnerException),
        AuroraApiException error => error.Kind is AuroraErrorKind.RateLimit or AuroraErrorKind.Server or AuroraErrorKind.Timeout,
        TimeoutRejectedException => true,
        _ => false,
    };
}

/// <summary>Repeats failed attempts. It is created after the first failure, because Polly is compiled then.</summary>
internal sealed class AttemptPipeline(TimeProvider clock, ILogger logger)
{
    public static readonly ResiliencePropertyKey<AuroraCall> Call = new("Aurora.Call");

    private readonly ResiliencePipeline _retries = AuroraResilience.Retries(clock, logger);
    private readonly ResiliencePipeline _circuitBreaker = AuroraResilience.CircuitBreaker(clock);

    /// <summary>Makes attempts. If the call has already failed, that failure is the outcome of the first attempt.</summary>
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

/// <summary>Decides whether a request may be sent again. A repeated create could make, and charge for, a second video.</summary>
internal static class RetrySafety
{
    public static bool MaySendAgain(AuroraRequest request, AuroraClientOptions options, Exception? failure) =>
        IsSafe(request.Method) || options.RetryUnsafeRequests || WasNotProcessed(failure);

    /// <summary>Returns whether a method changes nothing.</summary>
    public static bool IsSafe(string method) => method is "GET" or "HEAD" or "OPTIONS";

    /// <summary>Returns whether the API certainly did not process the request.</summary>
    private static bool WasNotProcessed(Exception? failure) => failure switch
    {
        AuroraApiException { Kind: AuroraErrorKind.RateLimit } => true,
        AuroraApiException { StatusCode: HttpStatusCode.ServiceUnavailable, RetryAfter: not null } => true,
        AuroraApiException { StatusCode: null, InnerException: HttpRequestException exception } => HadNoConnection(exception),
        _ => false,
    };

    private static bool HadNoConnection(HttpRequestException exception)
    {
#if NET
        if (exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
            return true;
#endif
        // .NET Framework and some handlers of callers only show it in an inner exception.
        return exception.InnerException switch
        {
            SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable } => true,
            WebException { Status: WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.TrustFailure } => true,
            _ => false,
        };
    }
}
