using System.Globalization;

namespace Aurora.Cli.Tests.Downloads;

/// <summary>A file at a storage host, and what the host says of it.</summary>
internal sealed record Film(byte[] Bytes, params string[] Validators)
{
    private const string Range = "bytes=";

    /// <summary>Bytes of which no part is like another.</summary>
    public static Film Of(int length, int seed = 1, string validator = "ETag: \"v1\"")
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return new Film(bytes, validator);
    }

    /// <summary>As a good host answers: from where it is asked for, if it is still the same file.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reply">Where the answer goes.</param>
    /// <param name="breakAfter">After how many bytes of the body the connection breaks; null for never.</param>
    public Task AnswerAsync(StorageRequest request, StorageReply reply, int? breakAfter = null)
    {
        var isSame = request.IfRange is { } tag && Validators.Any(validator => validator.EndsWith($": {tag}", StringComparison.Ordinal));
        var start = isSame ? int.Parse(request.Range![Range.Length..^1], CultureInfo.InvariantCulture) : 0;
        return start == 0 ? WholeAsync(reply, breakAfter) : PartAsync(reply, start, $"bytes {start}-{Bytes.Length - 1}/{Bytes.Length}", breakAfter);
    }

    public Task WholeAsync(StorageReply reply, int? breakAfter = null) =>
        reply.SendAsync("200 OK", [.. Head(), $"Content-Length: {Bytes.Length}"], Bytes.AsMemory(0, breakAfter ?? Bytes.Length));

    public Task PartAsync(StorageReply reply, int start, string contentRange, int? breakAfter = null) => reply.SendAsync(
        "206 Partial Content", [.. Head(), $"Content-Range: {contentRange}", $"Content-Length: {Bytes.Length - start}"], Bytes.AsMemory(start, breakAfter ?? Bytes.Length - start));

    private string[] Head() => ["Content-Type: video/mp4", "Date: Sat, 31 Jan 2026 10:20:30 GMT", .. Validators];
}
