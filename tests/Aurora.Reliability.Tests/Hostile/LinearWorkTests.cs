using System.IO.Compression;
using System.Text;
using Aurora.Client;

namespace Aurora.Reliability.Tests.Hostile;

/// <summary>Tests that the work grows linearly with the size of a body, for any piece size. The work is counted instead of timed.</summary>
[TestFixture]
public sealed class LinearWorkTests
{
#if DEBUG
    private const int Bytes = 20_000;

    private static readonly (string Name, string Start, string Middle, string End)[] Documents =
    [
        ("text", "[{\"name\": \"", "x", "\"}]"),
        ("text of escapes", "[{\"name\": \"", "\\\"", "\"}]"),
        ("text of escaped backslashes", "[{\"name\": \"", "\\\\", "\"}]"),
        ("name", "[{\"", "x", "\": 1}]"),
        ("space after a name", "[{\"name\"", " ", ": \"\"}]"),
        ("space after a comma", "[{},", " ", "{}]"),
        ("space between videos", "[{}", " ", ",{}]"),
        ("space in a video", "[{", " ", "}]"),
        ("number", "[{\"duration\": ", "7", "}]"),
        ("text item", "[\"", "x", "\"]"),
        ("number item", "[", "7", "]"),
        ("unknown array", "[{\"new\": [0", ",[\"x\", 1.5, {}]", "]}]"),
        ("equal keys", "[{\"a\": 1", ",\"a\":1", "}]"),
        ("values with drift", "[{\"a\": 1", ",\"id\":1", "}]"),
        ("small videos", "[{}", ",{\"name\": \"x\"}", "]"),
        ("nulls", "[null", ",null", "]"),
    ];

    public static IEnumerable<TestCaseData> Cases =>
        from document in Documents
        from size in (int[])[1, 7, 1460]
        from encoding in (string[])["plain", "gzip"]
        select new TestCaseData(document.Start, document.Middle, document.End, size, encoding)
            .SetArgDisplayNames(document.Name, $"pieces of {size}", encoding);

    [TestCaseSource(nameof(Cases))]
    public async Task Reading_twice_the_bytes_requires_twice_the_work(string start, string middle, string end, int size, string encoding)
    {
        var once = await ExaminedAsync(Json(Bytes), size, encoding);
        var twice = await ExaminedAsync(Json(2 * Bytes), size, encoding);

        Assert.That((double)twice / once, Is.LessThanOrEqualTo(2.2));
        Assert.That(twice, Is.InRange(2 * Bytes, 2 * Bytes * 9));

        string Json(int bytes) => start + string.Concat(Enumerable.Repeat(middle, bytes / middle.Length)) + end;
    }
#endif

    [Test]
    public async Task Long_body_of_an_error_response_is_read_partially()
    {
        using var response = new HttpResponseMessage(System.Net.HttpStatusCode.BadGateway);
        var body = new PieceStream(new byte[10_000_000], 100);
        response.Content = new StreamContent(body);

        using var call = new AuroraCall(new AuroraRequest("aurora_list", "GET", "/"), new AuroraClientOptions(), new ClientLifetime().Begin(CancellationToken.None));
        await ErrorResponse.ReadAsync(call, response, CancellationToken.None);

        Assert.That(body.Returned, Is.LessThan(AuroraApiException.MaxBodyLength * 5));
    }

#if DEBUG
    private static async Task<long> ExaminedAsync(string json, int size, string encoding)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        Stream stream = new PieceStream(utf8, size);
        if (encoding == "gzip")
            stream = new PieceStream(new GZipStream(new PieceStream(Gzip(utf8), size), CompressionMode.Decompress), size);
        using var response = new HttpResponseMessage { Content = new StreamContent(stream) };
        using var body = await ResponseBody.OpenAsync(response, new AuroraClientOptions(), CancellationToken.None);
        using var reader = new ListReader<AuroraFlow>(body, JsonValue.Read, new ReadContext(_ => { }, "$[]"), 1024 * 1024, long.MaxValue);
        while (reader.TryMoveNext() || await reader.MoveNextAsync())
        {
        }

        return reader.Examined;
    }

    private static byte[] Gzip(byte[] utf8)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.NoCompression))
            gzip.Write(utf8);
        return compressed.ToArray();
    }
#endif
}
