using System.Text.Json;

namespace Aurora.Client;

/// <summary>Reads the body of a successful response.</summary>
internal static class ResponseReader
{
    private const string ListRoot = "$[]";

    // An empty object takes as much memory as any other.
    private const int LeastBytes = 256;

    public static async ValueTask<T> ReadAsync<T>(AuroraCall call, HttpResponseMessage response, JsonRead<T> read, DriftReporter drift, CancellationToken cancellationToken)
    {
        using var body = await ResponseBody.OpenAsync(response, call.Options, cancellationToken).ConfigureAwait(false);
        using var buffer = new ResponseBuffer(body);
        return await GuardAsync(call, response, buffer.Excerpt, async () =>
        {
            while (!buffer.IsComplete)
            {
                await buffer.FillAsync().ConfigureAwait(false);
                if (buffer.Total > call.Options.MaxResponseBytes)
                    throw new InvalidDataException($"It is larger than {call.Options.MaxResponseBytes} bytes.");
            }

            using var context = new ReadContext(drift.Report, "$");
            return ReadWhole(buffer.Unread, read, context);
        }).ConfigureAwait(false);
    }

    public static async ValueTask<IReadOnlyList<T>> ReadListAsync<T>(AuroraCall call, HttpResponseMessage response, JsonRead<T> read, DriftReporter drift, CancellationToken cancellationToken)
    {
        using var body = await ResponseBody.OpenAsync(response, call.Options, cancellationToken).ConfigureAwait(false);
        using var reader = new ListReader<T>(body, read, new ReadContext(drift.Report, ListRoot), call.Options.MaxVideoBytes, call.Options.MaxResponseBytes);
        var items = new List<T>();
        await GuardAsync(call, response, reader.Excerpt, async () =>
        {
            while (reader.TryMoveNext() || await reader.MoveNextAsync().ConfigureAwait(false))
            {
                items.Add(reader.Current);
                if (items.Count > call.Options.MaxResponseBytes / LeastBytes)
                    throw new InvalidDataException($"It contains more than {items.Count - 1} elements. Each counts as at least {LeastBytes} bytes, so it is larger than {call.Options.MaxResponseBytes} bytes.");
            }

            return items;
        }).ConfigureAwait(false);
        AuroraTelemetry.CountVideos(items.Count);
        return items;
    }

    public static async ValueTask<StreamReader<T>> StreamAsync<T>(AuroraCall call, HttpResponseMessage response, JsonRead<T> read, DriftReporter drift, CancellationToken cancellationToken)
    {
        var body = await ResponseBody.OpenAsync(response, call.Options, cancellationToken).ConfigureAwait(false);
        var list = new ListReader<T>(body, read, new ReadContext(drift.Report, ListRoot), call.Options.MaxVideoBytes, long.MaxValue);
        return new StreamReader<T>(call, response, body, list);
    }

    /// <summary>Converts the exceptions of an unreadable body to an <see cref="AuroraApiException"/>.</summary>
    public static async ValueTask<T> GuardAsync<T>(AuroraCall call, HttpResponseMessage response, Func<string> excerpt, Func<ValueTask<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            throw call.Error(AuroraErrorKind.Timeout, exception.Message, exception, response);
        }
        catch (SchemaDriftException exception)
        {
            throw call.Error(AuroraErrorKind.UnreadableResponse, $"The response deviates from the document: {exception.Drift}.", exception, response, drift: exception.Drift);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            throw call.Error(AuroraErrorKind.UnreadableResponse, $"The response ({(int)response.StatusCode}, {Describe(response)}) is not the JSON that the document describes. {exception.Message}",
                exception, response, excerpt());
        }
    }

    private static T ReadWhole<T>(ReadOnlySpan<byte> json, JsonRead<T> read, ReadContext context)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (!read(ref reader, context, out var value))
            throw new JsonException("It has another type.");
        return reader.Read() ? throw new JsonException("There is more text after the end.") : value;
    }

    private static string Describe(HttpResponseMessage response) => response.Content?.Headers.ContentType?.MediaType is { Length: > 0 } type ? type : "without a media type";
}
