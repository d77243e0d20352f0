using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Aurora.Client;

/// <summary>A response that has arrived to its last byte.</summary>
internal sealed class Answer(HttpStatusCode statusCode, MemoryStream body) : IDisposable
{
    public HttpStatusCode StatusCode => statusCode;

    public bool IsSuccess => (int)statusCode is >= 200 and < 300;

    public MemoryStream Body => body;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        if (response.Content is not null)
            await response.Content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        body.Position = 0;
        return new Answer(response.StatusCode, body);
    }

    public AuroraApiException ToException(AuroraRequest request)
    {
        var text = Text();
        var detail = Detail(text);
        var said = detail is null ? "." : ": " + detail;
        return new AuroraApiException(AuroraErrorKind.Server, $"{request} answered {(int)statusCode} {statusCode}{said}") { Operation = request.Operation, StatusCode = statusCode, Body = text, Detail = detail };
    }

    public string Text()
    {
        var bytes = (int)Math.Min(body.Length, AuroraApiException.MaxBodyLength * 4L);
        var text = Encoding.UTF8.GetString(body.GetBuffer(), 0, bytes);
        return text.Length > AuroraApiException.MaxBodyLength ? text[..AuroraApiException.MaxBodyLength] : text;
    }

    public void Dispose() => body.Dispose();

    /// <summary>The vendor's framework answers <c>{"detail": …}</c>, or <c>{"field": ["…"]}</c> for each field at fault.</summary>
    private static string? Detail(string text)
    {
        try
        {
            if (JToken.Parse(text) is not JObject error)
                return null;
            return error["detail"] is JValue { Value: string detail }
                ? detail
                : string.Join(" ", error.Properties().Where(field => field.Value is JArray).Select(field => $"{field.Name}: {string.Join(" ", field.Value)}")) is { Length: > 0 } fields ? fields : null;
        }
        catch (Newtonsoft.Json.JsonException)
        {
            return null;
        }
    }
}
