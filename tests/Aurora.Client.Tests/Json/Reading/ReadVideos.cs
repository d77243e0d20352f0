using System.Text;

namespace Aurora.Client.Tests.Json.Reading;

/// <summary>Reads videos with the code of the client from bytes in pieces of a given size.</summary>
internal sealed record ReadVideos(IReadOnlyList<AuroraFlow> Videos, IReadOnlyList<SchemaDrift> Drift)
{
    /// <summary>The number of scanned bytes in a debug build.</summary>
    public long Examined { get; init; }

    public static ReadVideos From(string json, int pieces = int.MaxValue, long? length = null) => From(Encoding.UTF8.GetBytes(json), pieces, length: length);

    public static ReadVideos From(byte[] json, int pieces = int.MaxValue, int maxVideoBytes = 1024 * 1024, long maxBytes = long.MaxValue, long? length = null)
    {
        var drift = new List<SchemaDrift>();
        using var response = new HttpResponseMessage { Content = new StreamContent(new PieceStream(json, pieces)) };
        response.Content.Headers.ContentLength = length;
        using var body = ResponseBody.OpenAsync(response, new AuroraClientOptions(), CancellationToken.None).GetAwaiter().GetResult();
        using var reader = new ListReader<AuroraFlow>(body, JsonValue.Read, new ReadContext(drift.Add, "$[]"), maxVideoBytes, maxBytes);
        var videos = new List<AuroraFlow>();
        while (reader.MoveNextAsync().AsTask().GetAwaiter().GetResult())
            videos.Add(reader.Current);
#if DEBUG
        return new ReadVideos(videos, drift) { Examined = reader.Examined };
#else
        return new ReadVideos(videos, drift);
#endif
    }
}
