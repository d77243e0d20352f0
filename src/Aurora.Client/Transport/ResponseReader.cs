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
        try
        {
            while (!buffer.IsComplete)
            {
                await buffer.FillAsync().ConfigureAwait(false);
                if (buffer.Total > call.Options.MaxResponseBytes)
                    throw new InvalidDataException($"It is larger than {call.Options.MaxResponseBytes} bytes.");
            }

            using var context = new ReadContext(drift.Report, "$");
            return ReadWhole(buffer.Unread, read, context);
        }
        catch (Exception exception) when (ErrorOf(call, response, buffer.Excerpt, exception) is { } error)
        {
            throw error;
        }
    }

    public static async ValueTask<IReadOnlyList<T>> ReadListAsync<T>(AuroraCall call, HttpResponseMessage response, JsonRead<T> read, DriftReporter drift, CancellationToken cancellationToken)
    {
        using var body = await ResponseBody.OpenAsync(response, call.Options, cancellationToken).ConfigureAwait(false);
        using var reader = new ListReader<T>(body, read, new ReadContext(drift.Report, ListRoot), call.Options.MaxVideoBytes, call.Options.MaxResponseBytes);
        var items = new List<T>();
        try
        {
            while (reader.TryMoveNext() || await reader.MoveNextAsync().ConfigureAwait(false))
            {
                items.Add(reader.Current);
                if (items.Count > call.Options.MaxResponseBytes / LeastBytes)
                    throw new InvalidDataException($"It contains more than {items.Count - 1} elements. Each counts as at least {LeastBytes} bytes, so it is larger than {call.Options.MaxResponseBytes} bytes.");
            }
        }
        catch (Exception exception) when (ErrorOf(call, response, reader.Excerpt, exception) is { } error)
        {
            throw error;
        }

        AuroraTelemetry.CountVideos(items.Count);
        return items;
    }

    public static async ValueTask<StreamReader<T>> StreamAsync<T>(AuroraCall call, HttpResponseMessage response, JsonRead<T> read, DriftReporter drift, CancellationToken cancellationToken)
    {
        var body = await ResponseBody.OpenAsync(response, call.Options, cancellationToken).ConfigureAwait(false);
        var list = new ListReader<T>(body, read, new ReadContext(drift.Report, ListRoot), call.Options.MaxVideoBytes, long.MaxValue);
        return new StreamReader<T>(call, response, body, list);
    }

    /// <summary>Returns the error for the exception of an unreadable body, and null for any other exception.</summary>
    public static AuroraApiException? ErrorOf(AuroraCall call, HttpResponseMessage response, Func<string> excerpt, Exception exception) => exception switch
    {
        TimeoutException => call.Error(AuroraErrorKind.Timeout, exception.Message, exception, response),
        SchemaDriftException { Drift: var drift } => call.Error(AuroraErrorKind.UnreadableResponse, $"The response deviates from the document: {drift}.", exception, response, drift: drift),
        JsonException or InvalidDataException => call.Error(
            AuroraErrorKind.UnreadableResponse, $"The response ({(int)response.StatusCode}, {Describe(response)}) is not the JSON that the document describes. {exception.Message}", exception, response, excerpt()),
        _ => null,
    };

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

/// <summary>Returns the elements of a response while it arrives, and reports their number if it fails.</summary>
internal sealed class StreamReader<T>(AuroraCall call, HttpResponseMessage response, ResponseBody body, ListReader<T> list) : IDisposable
{
    public T Current => list.Current;

    public ValueTask<bool> MoveNextAsync()
    {
        // Elements that have already arrived are returned without a wait. WaitAsync handles their errors.
        try
        {
            if (list.TryMoveNext())
            {
                AuroraTelemetry.CountVideos(1);
                return new ValueTask<bool>(true);
            }
        }
        catch (Exception exception)
        {
            return FailAsync(exception);
        }

        return WaitAsync(list.MoveNextAsync);
    }

    private ValueTask<bool> FailAsync(Exception exception) => WaitAsync(() => new ValueTask<bool>(Task.FromException<bool>(exception)));

    private async ValueTask<bool> WaitAsync(Func<ValueTask<bool>> moveNext)
    {
        call.Delivered = list.Count;
        try
        {
            var any = await moveNext().ConfigureAwait(false);
            if (any)
                AuroraTelemetry.CountVideos(1);
            return any;
        }
        catch (Exception exception) when (call.Lifetime.EndOf(exception) is { } end)
        {
            throw end;
        }
        catch (Exception exception) when (ResponseReader.ErrorOf(call, response, list.Excerpt, exception) is { } error)
        {
            throw call.Lifetime.EndOf(error) ?? call.Fail(error);
        }
        catch (AuroraApiException exception)
        {
            throw call.Fail(exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw call.Fail(call.Error(AuroraErrorKind.Network, $"The connection failed: {WireFailure.Describe(exception)}", exception, response));
        }
    }

    public void Dispose()
    {
        list.Dispose();
        body.Dispose();
    }
}
