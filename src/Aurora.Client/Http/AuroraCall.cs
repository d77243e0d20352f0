using System.Diagnostics;

namespace Aurora.Client;

/// <summary>One call of an operation, over all its attempts.</summary>
internal sealed class AuroraCall(AuroraRequest request, AuroraClientOptions options, CallLifetime lifetime) : IDisposable
{
    private readonly long _started = options.TimeProvider.GetTimestamp();
    private readonly Activity? _activity = AuroraTelemetry.Start(request, options.BaseAddress);

    public AuroraRequest Request => request;

    /// <summary>As they were when the call began.</summary>
    public AuroraClientOptions Options => options;

    public CallLifetime Lifetime => lifetime;

    /// <summary>Whether the elements are handed out while they arrive, so that none can be taken back.</summary>
    public bool IsStream { get; init; }

    /// <summary>Whether the caller waits itself when the API throttles, since it has other requests to hold back.</summary>
    public bool LeavesThrottling { get; init; }

    public int Attempts { get; set; }

    /// <summary>How much of the total timeout is left.</summary>
    public TimeSpan Remaining => options.Timeout - options.TimeProvider.GetElapsedTime(_started);

    public AuroraApiException Error(AuroraErrorKind kind, string what, Exception? inner = null, HttpResponseMessage? response = null, string? body = null) =>
        new(kind, options.Redaction.Text($"{request} {what}"), inner is null ? null : options.Redaction.Exception(inner))
        {
            Operation = request.Operation,
            StatusCode = response?.StatusCode,
            RequestId = response is null ? null : options.Redaction.TextOrNull(ErrorResponse.RequestId(response)),
            Body = body is null ? null : ErrorResponse.Excerpt(options.Redaction.Text(body)),
        };

    public AuroraApiException Drifted(SchemaDriftException exception, HttpResponseMessage response) =>
        new(AuroraErrorKind.UnreadableResponse, $"{request} departs from the document: {exception.Drift}.", exception)
        {
            Operation = request.Operation,
            StatusCode = response.StatusCode,
            Drift = exception.Drift,
        };

    /// <summary>The same fault, with what had been handed out before it.</summary>
    public static AuroraApiException BrokeOff(AuroraApiException cause, int delivered) =>
        new(cause.Kind, $"{cause.Message} {delivered} videos had been delivered.", cause.InnerException)
        {
            Operation = cause.Operation,
            StatusCode = cause.StatusCode,
            RequestId = cause.RequestId,
            Body = cause.Body,
            Drift = cause.Drift,
            Delivered = delivered,
        };

    /// <summary>Completes an exception that is about to leave the client.</summary>
    public AuroraApiException Fail(AuroraApiException exception)
    {
        exception.Attempts = Attempts;
        AuroraTelemetry.Fail(_activity, exception, Attempts);
        return exception;
    }

    public void Succeed(int statusCode) => AuroraTelemetry.Succeed(_activity, statusCode, Attempts);

    public void Dispose()
    {
        _activity?.Dispose();
        lifetime.Dispose();
    }
}
