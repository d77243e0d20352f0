using System.Text.Json;
using Aurora.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aurora.TestKit.Differential;

/// <summary>Reads videos with the code of <c>ListAsync</c> and <c>StreamAsync</c> from a body that arrives in pieces.</summary>
internal static class ClientReading
{
    public static Reading<AuroraFlow> List(byte[] json, params int[] pieces) => List<AuroraFlow>(JsonValue.Read, json, pieces);

    public static Reading<T> List<T>(JsonRead<T> read, byte[] json, params int[] pieces) => Read<T>(new AuroraClientOptions(), json, pieces, async (call, response, drift, items) =>
        items.AddRange(await ResponseReader.ReadListAsync(call, response, read, drift, CancellationToken.None)));

    public static Reading<AuroraFlow> Stream(byte[] json, params int[] pieces) => Stream(new AuroraClientOptions(), json, pieces);

    public static Reading<AuroraFlow> Stream(AuroraClientOptions options, byte[] json, params int[] pieces) => Read<AuroraFlow>(options, json, pieces, async (call, response, drift, videos) =>
    {
        using var reader = await ResponseReader.StreamAsync<AuroraFlow>(call, response, JsonValue.Read, drift, CancellationToken.None);
        while (await reader.MoveNextAsync())
            videos.Add(reader.Current);
    });

    private static Reading<T> Read<T>(AuroraClientOptions options, byte[] json, int[] pieces, Func<AuroraCall, HttpResponseMessage, DriftReporter, List<T>, Task> read)
    {
        var reading = new Reading<T>([], []);
        (options.SchemaDriftHandling, options.OnSchemaDrift) = (SchemaDriftHandling.ReportAll, reading.Drift.Add);
        using var call = new AuroraCall(new AuroraRequest("aurora_list", "GET", "/"), options, new CallLifetime(default, default));
        using var response = new HttpResponseMessage { Content = new StreamContent(new NetworkStream(json, pieces)) };
        try
        {
            read(call, response, new DriftReporter(() => options, NullLogger.Instance), reading.Items).GetAwaiter().GetResult();
            return reading;
        }
        catch (AuroraApiException exception)
        {
            var fault = exception.InnerException as JsonException;
            return reading with { Error = exception.Kind, Position = (fault?.LineNumber, fault?.BytePositionInLine) };
        }
    }

    /// <summary>Returns the bytes in pieces of these sizes, repeatedly. Some pieces arrive after the caller has started to wait.</summary>
    private sealed class NetworkStream(byte[] bytes, int[] pieces) : MemoryStream(bytes)
    {
        // A network stream has no length either.
        public override bool CanSeek => false;

        private int _piece;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_piece % 64 == 1)
                await Task.Yield();
            var size = pieces.Length == 0 ? int.MaxValue : pieces[_piece % pieces.Length];
            _piece++;
            return await base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
        }
    }
}
