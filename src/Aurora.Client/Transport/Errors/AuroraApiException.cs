using System.Collections.ObjectModel;
using System.Net;

namespace Aurora.Client;

/// <summary>
/// The exception that is thrown when the API returns an error, returns an unreadable response, or cannot be reached, and when the file of a video
/// cannot be downloaded. It is immutable. It builds its message from its facts and never contains a key.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(RefusedByJson))]
[Newtonsoft.Json.JsonConverter(typeof(RefusedByJson.Newtonsoft))]
#pragma warning disable CA1032 // An exception without facts has no message.
public sealed class AuroraApiException : Exception
#pragma warning restore CA1032
{
    /// <summary>The maximum length of <see cref="Body"/>, in characters.</summary>
    public const int MaxBodyLength = 16 * 1024;

    private static readonly ReadOnlyDictionary<string, IReadOnlyList<string>> None = new(new Dictionary<string, IReadOnlyList<string>>());

    private AuroraBatchResult? _partialResult;
    private int _attempts;

    /// <summary>
    /// Initializes a new instance of the <see cref="AuroraApiException"/> class, for tests. Set the facts with an object initializer,
    /// or with named arguments in C# 8 and earlier.
    /// </summary>
    /// <param name="kind">The kind of error.</param>
    /// <param name="reason">What went wrong, in a sentence; null when <paramref name="statusCode"/> and <paramref name="detail"/> explain it.</param>
    /// <param name="innerException">The cause, or null.</param>
    /// <param name="request">The value of <see cref="Request"/>.</param>
    /// <param name="operation">The value of <see cref="Operation"/>.</param>
    /// <param name="statusCode">The value of <see cref="StatusCode"/>.</param>
    /// <param name="detail">The value of <see cref="Detail"/>.</param>
    /// <param name="fieldErrors">The value of <see cref="FieldErrors"/>; null for none.</param>
    /// <param name="retryAfter">The value of <see cref="RetryAfter"/>.</param>
    /// <param name="requestId">The value of <see cref="RequestId"/>.</param>
    /// <param name="attempts">The value of <see cref="Attempts"/>.</param>
    /// <param name="delivered">The value of <see cref="Delivered"/>.</param>
    /// <param name="partialResult">The value of <see cref="PartialResult"/>.</param>
    /// <param name="body">The value of <see cref="Body"/>.</param>
    /// <param name="drift">The value of <see cref="Drift"/>.</param>
    /// <param name="headers">The value of <see cref="Headers"/>; null for none.</param>
    public AuroraApiException(
        AuroraErrorKind kind,
        string? reason = null,
        Exception? innerException = null,
        string? request = null,
        string operation = "",
        HttpStatusCode? statusCode = null,
        string? detail = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? fieldErrors = null,
        TimeSpan? retryAfter = null,
        string? requestId = null,
        int attempts = 0,
        int delivered = 0,
        AuroraBatchResult? partialResult = null,
        string? body = null,
        SchemaDrift? drift = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? headers = null)
        : base(null, innerException)
    {
        Kind = kind;
        Reason = reason;
        Request = request;
        Operation = operation;
        StatusCode = statusCode;
        Detail = detail;
        FieldErrors = fieldErrors ?? None;
        RetryAfter = retryAfter;
        RequestId = requestId;
        Attempts = attempts;
        Delivered = delivered;
        PartialResult = partialResult;
        Body = body;
        Drift = drift;
        Headers = headers ?? None;
    }

    /// <summary>Gets the message, which is built from the other properties.</summary>
    public override string Message => ErrorMessage.Of(this);

    /// <summary>Gets the kind of error.</summary>
    public AuroraErrorKind Kind { get; }

    /// <summary>Gets what went wrong, in a sentence; null when <see cref="StatusCode"/> and <see cref="Detail"/> explain it.</summary>
    public string? Reason { get; }

    /// <summary>
    /// Gets the method and the path of the request, without the query, such as <c>GET /api/aurora/</c>; null when several requests are affected.
    /// For a download, the path is the address of the file, and the ID of the video follows it.
    /// </summary>
    public string? Request { get; init; }

    /// <summary>
    /// Gets the name of the operation in the API's document, such as <c>aurora_list</c>, or the method of a request that the document does not
    /// describe, such as <c>POST</c>; empty when no single operation failed.
    /// </summary>
    public string Operation { get; init; }

    /// <summary>Gets the status code of the response; null when there was no response.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>
    /// Gets what the API says about the error, on one line of at most 1,001 characters: the text of <c>detail</c>, of the fields, or of any
    /// other shape of error that Django REST framework sends. Null when the response contains no readable text.
    /// </summary>
    public string? Detail { get; init; }

    /// <summary>
    /// Gets what the API says about single fields of the request, by their flattened names, such as <c>ids</c> or <c>items[1].name</c>;
    /// empty when it says nothing about them.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> FieldErrors
    {
        get;
        init => field = new ReadOnlyDictionary<string, IReadOnlyList<string>>(value.ToDictionary(pair => pair.Key, pair => pair.Value));
    }

    /// <summary>Gets the headers of the response and of its body, without keys; empty when there was no response. Case is ignored in their names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers
    {
        get;
        init => field = new ReadOnlyDictionary<string, IReadOnlyList<string>>(value.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Gets how long the API asks to wait before the next request (<c>Retry-After</c>); null when it does not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the ID that the API gave the request, which you can quote to the vendor; null when it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets how many requests the call sent, retries included; 0 when none was sent.</summary>
    public int Attempts
    {
        get => _attempts;
        init => _attempts = value;
    }

    /// <summary>Gets how many videos a stream delivered before it failed; 0 for other calls.</summary>
    public int Delivered { get; init; }

    /// <summary>Gets what a call with many ids read before one of its requests failed; null for other calls.</summary>
    public AuroraBatchResult? PartialResult
    {
        get => _partialResult;
        init => _partialResult = value;
    }

    /// <summary>Gets the first <see cref="MaxBodyLength"/> characters of the response; null when there was no response. The text can contain personal data.</summary>
    public string? Body { get; init; }

    /// <summary>Gets how the response differs from the API's document, when <see cref="SchemaDriftHandling.Throw"/> made that an error; otherwise null.</summary>
    public SchemaDrift? Drift { get; init; }

    /// <summary>Gets who sent the response, as the message names it.</summary>
    internal string Server { get; init; } = "The API";

    /// <summary>Returns the same error as seen by a call that sent more requests than the one that failed.</summary>
    internal AuroraApiException InCall(int attempts, AuroraBatchResult? partialResult = null)
    {
        // A clone keeps every other fact, also one that is added later.
        var copy = (AuroraApiException)MemberwiseClone();
        (copy._attempts, copy._partialResult) = (attempts, partialResult);
        return copy;
    }
}

/// <summary>The kind of error that an <see cref="AuroraApiException"/> describes.</summary>
public enum AuroraErrorKind
{
    /// <summary>The API did not accept the keys (401).</summary>
    Authentication = 1,

    /// <summary>The keys are valid but do not have the permission (403).</summary>
    Permission = 2,

    /// <summary>The API did not find the resource (404, 410).</summary>
    NotFound = 3,

    /// <summary>The API did not accept the request (any other 4xx).</summary>
    InvalidRequest = 4,

    /// <summary>The API received too many requests (429).</summary>
    RateLimit = 5,

    /// <summary>
    /// The API failed (5xx), or the circuit breaker is open: if half of at least 100 requests within 30 seconds fail, the client sends
    /// no requests for 5 seconds, and calls fail immediately.
    /// </summary>
    Server = 6,

    /// <summary>The connection could not be established or was lost, or the response violates HTTP, such as invalid chunks, invalid compression or endless headers.</summary>
    Network = 7,

    /// <summary>The call, an attempt, a pause in the response or a watch took longer than its limit, or the API returned 408.</summary>
    Timeout = 8,

    /// <summary>The response is not what the API's document describes: it is not JSON, has another shape, is too large, is nested deeper than 64 levels, or is a redirect.</summary>
    UnreadableResponse = 9,
}
