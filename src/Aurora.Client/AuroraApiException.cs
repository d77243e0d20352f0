using System.Net;

namespace Aurora.Client;

/// <summary>
/// The one exception for everything that the API or the way to it did wrong. It carries the facts; its message is built
/// from them, and of the response's body shows only what the API says in <c>detail</c> or about a field.
/// </summary>
#pragma warning disable CA1032 // The facts are the point: an exception without them has nothing to say.
public sealed class AuroraApiException : Exception
#pragma warning restore CA1032
{
    /// <summary>The most of a body that <see cref="Body"/> keeps, in characters.</summary>
    public const int MaxBodyLength = 16 * 1024;

    internal AuroraApiException(AuroraRequest request, string what, HttpStatusCode? statusCode = null, string? body = null, string? detail = null, Exception? inner = null)
        : base($"{request} {what}", inner)
    {
        Operation = request.Operation;
        StatusCode = statusCode;
        Body = body;
        Detail = detail;
    }

    /// <summary>The document's name of the operation: <c>aurora_list</c>.</summary>
    public string Operation { get; }

    /// <summary>The status of the response, or null when there was none.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>What the API said went wrong: the text of <c>detail</c>, or of the fields at fault; null when it said nothing readable.</summary>
    public string? Detail { get; }

    /// <summary>The first <see cref="MaxBodyLength"/> characters of the response, or null when there was none. It may hold personal data.</summary>
    public string? Body { get; }
}
