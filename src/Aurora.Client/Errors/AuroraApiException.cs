using System.Net;

namespace Aurora.Client;

/// <summary>
/// The one exception for everything that the API or the way to it did wrong. It carries the facts; its message is built
/// from them, and of the response's body shows only what the API says in <c>detail</c> or about a field. It never holds a key.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(RefusedByJson))]
[Newtonsoft.Json.JsonConverter(typeof(RefusedByJson.Newtonsoft))]
#pragma warning disable CA1032 // The facts are the point: an exception without them has nothing to say.
public sealed class AuroraApiException : Exception
#pragma warning restore CA1032
{
    /// <summary>The most of a body that <see cref="Body"/> keeps, in characters.</summary>
    public const int MaxBodyLength = 16 * 1024;

    /// <summary>Makes the exception that a caller's test wants to see thrown.</summary>
    /// <param name="kind">What kind of fault it tells of.</param>
    /// <param name="message">The message.</param>
    /// <param name="innerException">What caused it.</param>
    public AuroraApiException(AuroraErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>What kind of fault it tells of.</summary>
    public AuroraErrorKind Kind { get; }

    /// <summary>The document's name of the operation: <c>aurora_list</c>; empty where no one operation failed.</summary>
    public string Operation { get; init; } = "";

    /// <summary>The status of the response, or null when there was none.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>What the API said went wrong: the text of <c>detail</c>, or of the fields at fault; null when it said nothing readable.</summary>
    public string? Detail { get; init; }

    /// <summary>What the API said about single fields of the request, by their names; empty when it said nothing.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> FieldErrors { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>How long the API asked to wait before the next request (<c>Retry-After</c>), or null when it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The id under which the API knows the request, to be quoted to the vendor; null when it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How many requests were made, the first among them; 0 when none reached the wire.</summary>
    public int Attempts { get; internal set; }

    /// <summary>How many videos a stream had delivered before it broke off; 0 elsewhere.</summary>
    public int Delivered { get; init; }

    /// <summary>What a call over many ids had read before one of its requests failed; null elsewhere.</summary>
    public AuroraBatchResult? PartialResult { get; internal set; }

    /// <summary>The first <see cref="MaxBodyLength"/> characters of the response, or null when there was none. It may hold personal data.</summary>
    public string? Body { get; init; }

    /// <summary>How the response departs from the document, where <see cref="SchemaDriftHandling.Throw"/> made this exception of it.</summary>
    public SchemaDrift? Drift { get; init; }
}
