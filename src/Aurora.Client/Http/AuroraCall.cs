using System.Diagnostics;
using Polly.Timeout;

namespace Aurora.Client;

/// <summary>One call of an operation, over all its attempts.</summary>
internal sealed class AuroraCall(AuroraRequest request, AuroraClientOptions options, CallLifetime lifetime) : IDisposable
{
    private readonly long _started = options.TimeProvider.GetTimestamp();
    private readonly Activity? _activity = AuroraTelemetry.Start(request.Operation);

    public AuroraRequest Request => request;

    /// <summary>Gets the method and the path, without the keys: a caller's own path may contain them.</summary>
    public string RequestText => options.Redaction.Text(request.ToString());

    /// <summary>Gets the options as they were when the call began.</summary>
    public AuroraClientOptions Options => options;

    public CallLifetime Lifetime => lifetime;

    /// <summary>Gets whether the elements are handed out while they arrive, so that none can be taken back.</summary>
    public bool IsStream { get; init; }

    /// <summary>Gets the tally of the larger call that this one belongs to, or null. That call waits when the API throttles, because it has other requests to hold back.</summary>
    public CallTally? Tally { get; init; }

    public int Attempts { get; private set; }

    /// <summary>Gets or sets how many attempts <see cref="AuroraClientOptions.AttemptTimeout"/> ended.</summary>
    public int AttemptsTimedOut { get; set; }

    /// <summary>Gets or sets how many elements of a stream the caller has received.</summary>
    public int Delivered { get; set; }

    /// <summary>Gets why the last attempt that was repeated had failed.</summary>
    public AuroraApiException? LastFailure { get; private set; }

    /// <summary>Gets how much of the total timeout is left.</summary>
    public TimeSpan Remaining => options.Timeout - options.TimeProvider.GetElapsedTime(_started);

    public void CountAttempt()
    {
        Attempts++;
        Tally?.CountAttempt();
    }

    /// <summary>Records the failure of an attempt that is repeated.</summary>
    /// <param name="failure">Null when the attempt took too long.</param>
    public void Recover(AuroraApiException? failure)
    {
        LastFailure = failure;
        if (Tally is not null)
            Tally.LastFailure = failure;
    }

    public AuroraApiException Error(AuroraErrorKind kind, string reason, Exception? inner = null, HttpResponseMessage? response = null, string? body = null, SchemaDrift? drift = null) =>
        new(kind, options.Redaction.Text(reason), inner is null ? null : options.Redaction.Exception(inner))
        {
            Request = RequestText,
            Operation = request.Operation,
            StatusCode = response?.StatusCode,
            RequestId = response is null ? null : options.Redaction.TextOrNull(ErrorResponse.RequestId(response)),
            Attempts = Attempts,
            Delivered = Delivered,
            Body = body is null ? null : ErrorResponse.Excerpt(options.Redaction.Text(body)),
            Drift = drift,
            Headers = response is null ? new Dictionary<string, IReadOnlyList<string>>() : ErrorResponse.Headers(response, options.Redaction),
        };

    /// <summary>Names the option that ended the call. What the API said before is a fact of the error too.</summary>
    public AuroraApiException TimedOut(TimeoutRejectedException exception)
    {
        var attempts = $"{(AttemptsTimedOut == 1 ? "1 attempt" : $"{AttemptsTimedOut} attempts")} took longer than AttemptTimeout ({options.AttemptTimeout})";
        var call = $"The call took longer than Timeout ({options.Timeout})";
        var isAttempt = exception.TelemetrySource?.StrategyName == AuroraResilience.AttemptTimeout;
        // An attempt that timed out had no response.
        var last = isAttempt ? null : LastFailure;
        return new AuroraApiException(
            AuroraErrorKind.Timeout,
            isAttempt ? attempts + "." : AttemptsTimedOut == 0 ? call + "." : $"{call}, and {attempts}.",
            new TimeoutException(exception.Message, exception))
        {
            Request = RequestText,
            Operation = request.Operation,
            StatusCode = last?.StatusCode,
            Detail = last?.Detail,
            RetryAfter = last?.RetryAfter,
            RequestId = last?.RequestId,
            Attempts = Attempts,
        };
    }

    /// <summary>Records an exception that is about to leave the client.</summary>
    public AuroraApiException Fail(AuroraApiException exception)
    {
        AuroraTelemetry.Fail(_activity, exception);
        return exception;
    }

    public void Succeed() => AuroraTelemetry.Succeed(_activity, Attempts);

    public void Dispose()
    {
        _activity?.Dispose();
        lifetime.Dispose();
    }
}
