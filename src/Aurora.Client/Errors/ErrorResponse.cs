using System.Net;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>Makes the exception of a response that is not a success.</summary>
internal static class ErrorResponse
{
    private const int MaxDetail = 1000;

    private static readonly string[] RequestIdHeaders = ["X-Request-ID", "X-Correlation-ID", "X-Amzn-RequestId", "CF-RAY"];

    private static readonly Dictionary<int, AuroraErrorKind> Kinds = new()
    {
        [401] = AuroraErrorKind.Authentication,
        [403] = AuroraErrorKind.Permission,
        [404] = AuroraErrorKind.NotFound,
        [408] = AuroraErrorKind.Timeout,
        [410] = AuroraErrorKind.NotFound,
        [429] = AuroraErrorKind.RateLimit,
    };

    public static async Task<AuroraApiException> ReadAsync(AuroraRequest request, HttpResponseMessage response, AuroraClientOptions options, CancellationToken cancellationToken)
    {
        var text = options.Redaction.Text(await ReadTextAsync(response, options, cancellationToken).ConfigureAwait(false));
        var (said, fields) = Parse(text);
        var detail = Bound(said ?? Join(fields));
        return new AuroraApiException(KindOf(response.StatusCode), options.Redaction.Text($"{request} answered {Describe(response)}{(detail is null ? "." : ": " + detail)}"))
        {
            Operation = request.Operation,
            StatusCode = response.StatusCode,
            Detail = detail,
            FieldErrors = fields,
            RetryAfter = RetryAfter(response, options.TimeProvider),
            RequestId = options.Redaction.TextOrNull(RequestId(response)),
            Body = Excerpt(text),
        };
    }

    /// <summary>The id under which the API knows the request.</summary>
    public static string? RequestId(HttpResponseMessage response) => RequestIdHeaders
        .Select(name => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null)
        .FirstOrDefault(id => !string.IsNullOrEmpty(id));

    /// <summary>What an exception keeps of a body. It is cut once the keys are out, so that no half of a key is left.</summary>
    public static string Excerpt(string text) => text.Length > AuroraApiException.MaxBodyLength ? text[..AuroraApiException.MaxBodyLength] : text;

    private static AuroraErrorKind KindOf(HttpStatusCode status) => Kinds.TryGetValue((int)status, out var kind) ? kind : (int)status switch
    {
        >= 500 => AuroraErrorKind.Server,
        >= 400 => AuroraErrorKind.InvalidRequest,
        _ => AuroraErrorKind.UnreadableResponse,
    };

    private static string Describe(HttpResponseMessage response)
    {
        var status = $"{(int)response.StatusCode} {response.StatusCode}";
        // The origin only: the rest of a redirect's target may hold anything.
        return response.Headers.Location is not { } target
            ? status
            : $"{status} and points to {(target.IsAbsoluteUri ? target.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "another path")}, which is not followed since the keys go nowhere else; is BaseAddress right?";
    }

    private static async Task<string> ReadTextAsync(HttpResponseMessage response, AuroraClientOptions options, CancellationToken cancellationToken)
    {
        using var body = await ResponseBody.OpenAsync(response, options, cancellationToken).ConfigureAwait(false);
        using var buffer = new ResponseBuffer(body);
        try
        {
            while (!buffer.IsComplete && buffer.Total < AuroraApiException.MaxBodyLength * 4)
                await buffer.FillAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or TimeoutException)
        {
            // The status is known and says more than a body that breaks off.
        }

        return buffer.Excerpt();
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>The vendor's framework answers <c>{"detail": …}</c>, or <c>{"field": ["…"]}</c> for each field at fault.</summary>
    private static (string? Detail, Dictionary<string, IReadOnlyList<string>> Fields) Parse(string text)
    {
        string? detail = null;
        var fields = new Dictionary<string, IReadOnlyList<string>>();
        try
        {
            using var document = JsonDocument.Parse(text);
            foreach (var property in document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.EnumerateObject() : default)
            {
                if (property.NameEquals("detail") && property.Value.ValueKind == JsonValueKind.String)
                    detail = property.Value.GetString();
                else if (property.Value.ValueKind == JsonValueKind.Array)
                    fields[property.Name] = [.. property.Value.EnumerateArray().Select(said => said.ToString())];
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or text in it that is none: the status has to say it alone.
        }

        return (detail, fields);
    }

    private static string? Join(Dictionary<string, IReadOnlyList<string>> fields) =>
        fields.Count == 0 ? null : string.Join(" ", fields.Select(field => $"{field.Key}: {string.Join(" ", field.Value)}"));

    private static string? Bound(string? detail) => detail?.Length > MaxDetail ? detail[..MaxDetail] + "…" : detail;
}
