using System.Diagnostics;
using Polly.Timeout;

namespace Aurora.Client;

/// <summary>One call of an operation, including all its attempts.</summary>
internal sealed class AuroraCall(AuroraRequest request, AuroraClientOptions options, CallLifetime lifetime) : IDisposable
{
    private readonly long _started = options.TimeProvider.GetTimestamp();
    private readonly Activity? _activity = AuroraTelemetry.Start(request.Operation);

    public AuroraRequest Request => request;

    /// <summary>Gets the method and the path, without the keys: a caller's own path may contain them.</summary>
    public string RequestText => options.Redaction.Text(request.ToString());

    public AuroraClientOptions Options => options;

    public CallLifetime Lifetime => lifetime;

    /// <summary>Gets whether the caller receives elements while the response arrives, so that the call cannot be repeated.</summary>
    public bool IsStream { get; init; }

    /// <summary>Gets the tally of the larger call to which this one belongs, or null. It waits when the API throttles, because it must delay other requests as well.</summary>
    public CallTally? Tally { get; init; }

    public int Attempts { get; private set; }

    /// <summary>Gets or sets the number of attempts that exceeded <see cref="AuroraClientOptions.AttemptTimeout"/>.</summary>
    public int AttemptsTimedOut { get; set; }

    public int Delivered { get; set; }

    /// <summary>Gets the failure of the last attempt that was repeated.</summary>
    public AuroraApiException? LastFailure { get; private set; }

    /// <summary>Gets or sets the failure of an attempt outside the pipeline, which becomes the first outcome in the pipeline.</summary>
    public Exception? FirstFailure { get; set; }

    public TimeSpan Remaining => options.Timeout - options.TimeProvider.GetElapsedTime(_started);

    public void CountAttempt()
    {
        Attempts++;
        Tally?.CountAttempt();
    }

    public Exception? TakeFirstFailure()
    {
        var failure = FirstFailure;
        FirstFailure = null;
        return failure;
    }

    /// <summary>Records the failure of an attempt that is repeated; null if the attempt timed out.</summary>
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

    /// <summary>Creates the error of a call, or of its last attempt, that timed out. It names the option, and contains the facts of the last response.</summary>
    public AuroraApiException TimedOut(TimeoutRejectedException exception, bool isAttempt)
    {
        var attempts = $"{(AttemptsTimedOut == 1 ? "1 attempt" : $"{AttemptsTimedOut} attempts")} took longer than AttemptTimeout ({options.AttemptTimeout})";
        var call = $"The call took longer than Timeout ({options.Timeout})";
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

    public AuroraApiException Fail(AuroraApiException exception) => AuroraTelemetry.Fail(_activity, exception);

    public void Succeed() => AuroraTelemetry.Succeed(_activity, Attempts);

    public void Dispose()
    {
        _activity?.Dispose();
        lifetime.Dispose();
    }
}

/// <summary>Counts the requests of one call with many ids, and holds the last failure.</summary>
internal sealed class CallTally
{
    private int _attempts;
    private AuroraApiException? _lastFailure;

    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>Gets or sets the last failure after which the call continued; null after a success.</summary>
    public AuroraApiException? LastFailure
    {
        get => Volatile.Read(ref _lastFailure);
        set => Volatile.Write(ref _lastFailure, value);
    }

    public void CountAttempt() => Interlocked.Increment(ref _attempts);
}

/// <summary>Attaches its call to a request message, so that handlers can find it.</summary>
internal static class RequestCall
{
    private const string Name = "Aurora.Client.Call";

#if NET
    private static readonly HttpRequestOptionsKey<AuroraCall> Key = new(Name);

    public static void Set(HttpRequestMessage message, AuroraCall call) => message.Options.Set(Key, call);

    public static AuroraCall? Of(HttpRequestMessage message) => message.Options.TryGetValue(Key, out var call) ? call : null;
#else
    public static void Set(HttpRequestMessage message, AuroraCall call) => message.Properties[Name] = call;

    public static AuroraCall? Of(HttpRequestMessage message) => message.Properties.TryGetValue(Name, out var call) ? (AuroraCall)call : null;
#endif
}
