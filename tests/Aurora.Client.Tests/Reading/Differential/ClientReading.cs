using Microsoft.Extensions.Logging.Abstractions;

namespace Aurora.Client.Tests.Reading.Differential;

/// <summary>Videos read by the very code of <c>ListAsync</c> and <c>StreamAsync</c>, from a body that comes in pieces.</summary>
internal static class ClientReading
{
    public static ReadVideos List(byte[] json, params int[] pieces) => Read(json, pieces, async (call, response, drift) =>
        [.. await ResponseReader.ReadListAsync<AuroraFlow>(call, response, JsonValue.Read, drift, CancellationToken.None)]);

    public static ReadVideos Stream(byte[] json, params int[] pieces) => Read(json, pieces, async (call, response, drift) =>
    {
        var videos = new List<AuroraFlow>();
        using var reader = await ResponseReader.StreamAsync<AuroraFlow>(call, response, JsonValue.Read, drift, CancellationToken.None);
        while (await reader.MoveNextAsync())
            videos.Add(reader.Current);
        return videos;
    });

    private static ReadVideos Read(byte[] json, int[] pieces, Func<AuroraCall, HttpResponseMessage, DriftReporter, Task<List<AuroraFlow>>> read)
    {
        var drift = new List<SchemaDrift>();
        var options = new AuroraClientOptions { SchemaDriftHandling = SchemaDriftHandling.ReportAll, OnSchemaDrift = drift.Add };
        using var call = new AuroraCall(new AuroraRequest("aurora_list", "GET", "/"), options);
        using var response = new HttpResponseMessage { Content = new StreamContent(new NetworkStream(json, pieces)) };
        return new ReadVideos(read(call, response, new DriftReporter(() => options, NullLogger.Instance)).GetAwaiter().GetResult(), drift);
    }

    /// <summary>Gives the bytes in pieces of these sizes, over and over, each after the caller has begun to wait for it.</summary>
    private sealed class NetworkStream(byte[] bytes, int[] pieces) : MemoryStream(bytes)
    {
        private int _piece;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_piece % 16 == 1)
                await Task.Yield();
            var size = pieces.Length == 0 ? int.MaxValue : pieces[_piece % pieces.Length];
            _piece++;
            return await base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
        }
    }
}
