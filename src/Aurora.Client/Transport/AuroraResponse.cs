using System.Collections.ObjectModel;
using System.Net;
using System.Text;

namespace Aurora.Client;

/// <summary>
/// A successful response to <see cref="AuroraClient.SendAsync(HttpMethod, string, IEnumerable{KeyValuePair{string, string}}, string, IEnumerable{KeyValuePair{string, string}}, CancellationToken)"/>,
/// with its whole body. It is immutable and holds no connection.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(RefusedByJson))]
[Newtonsoft.Json.JsonConverter(typeof(RefusedByJson.Newtonsoft))]
public sealed class AuroraResponse
{
    private readonly byte[] _body;

    /// <summary>Initializes a new instance of the <see cref="AuroraResponse"/> class, for tests.</summary>
    /// <param name="statusCode">The value of <see cref="StatusCode"/>.</param>
    /// <param name="text">The value of <see cref="Text"/>.</param>
    /// <param name="headers">The value of <see cref="Headers"/>; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public AuroraResponse(HttpStatusCode statusCode, string text = "", IEnumerable<KeyValuePair<string, IReadOnlyList<string>>>? headers = null)
        : this(statusCode, Encoding.UTF8.GetBytes(text ?? throw new ArgumentNullException(nameof(text))), headers ?? [])
    {
    }

    internal AuroraResponse(HttpStatusCode statusCode, byte[] body, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> headers)
    {
        StatusCode = statusCode;
        Headers = new ReadOnlyDictionary<string, IReadOnlyList<string>>(
            headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase));
        _body = body;
    }

    /// <summary>Gets the status code, which is from 200 to 299: every other status is an <see cref="AuroraApiException"/>.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the headers of the response and of its body. Case is ignored in their names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>Gets the body, decoded as UTF-8. Empty when the response has no body. Each call decodes it again.</summary>
    public string Text => new StreamReader(OpenRead(), Encoding.UTF8).ReadToEnd();

    /// <summary>Returns the bytes of the body, decompressed, as a new stream that starts at their beginning.</summary>
    public Stream OpenRead() => new MemoryStream(_body, writable: false);

    internal static async ValueTask<AuroraResponse> ReadAsync(AuroraCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var body = await ResponseBody.OpenAsync(response, call.Options, cancellationToken).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        var buffer = body.Pool.Rent(16 * 1024);
        try
        {
            while (await body.ReadAsync(buffer, 0, buffer.Length).ConfigureAwait(false) is > 0 and var read)
            {
                if (bytes.Length + read > call.Options.MaxResponseBytes)
                    throw new InvalidDataException($"The response is larger than MaxResponseBytes ({call.Options.MaxResponseBytes}).");
                bytes.Write(buffer, 0, read);
            }
        }
        catch (TimeoutException exception)
        {
            throw call.Error(AuroraErrorKind.Timeout, exception.Message, exception, response);
        }
        catch (InvalidDataException exception)
        {
            throw call.Error(AuroraErrorKind.UnreadableResponse, exception.Message, exception, response);
        }
        finally
        {
            body.Pool.Return(buffer);
        }

        return new AuroraResponse(response.StatusCode, bytes.ToArray(), HeadersOf(response));
    }

    internal static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> HeadersOf(HttpResponseMessage response) =>
        (response.Content is { } content ? response.Headers.Concat(content.Headers) : response.Headers)
        .Select(header => new KeyValuePair<string, IReadOnlyList<string>>(header.Key, [.. header.Value]));
}
