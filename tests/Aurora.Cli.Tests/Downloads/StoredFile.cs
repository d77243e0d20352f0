using System.Globalization;

namespace Aurora.Cli.Tests.Downloads;

/// <summary>A file on a storage host, with its validator headers.</summary>
internal sealed record StoredFile(byte[] Bytes, params string[] Validators)
{
    private const string Range = "bytes=";

    /// <summary>Creates a file with random bytes.</summary>
    public static StoredFile Random(int length, int seed = 1, string validator = "ETag: \"v1\"")
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return new StoredFile(bytes, validator);
    }

    /// <summary>Sends the requested part if the validator matches, or the whole file.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reply">The reply to write to.</param>
    /// <param name="breakAfter">The number of bytes after which the connection is closed, or null.</param>
    public Task AnswerAsync(StorageRequest request, StorageReply reply, int? breakAfter = null)
    {
        var isSame = request.IfRange is { } tag && Validators.Any(validator => validator.EndsWith($": {tag}", StringComparison.Ordinal));
        var start = isSame ? int.Parse(request.Range![Range.Length..^1], CultureInfo.InvariantCulture) : 0;
        return start == 0
            ? WholeAsync(reply, breakAfter)
            : PartAsync(reply, start, $"bytes {start}-{Bytes.Length - 1}/{Bytes.Length}", breakAfter);
    }

    public Task WholeAsync(StorageReply reply, int? breakAfter = null) =>
        reply.SendAsync("200 OK", [.. Head(), $"Content-Length: {Bytes.Length}"], Bytes.AsMemory(0, breakAfter ?? Bytes.Length));

    public Task PartAsync(StorageReply reply, int start, string contentRange, int? breakAfter = null) => reply.SendAsync(
        "206 Partial Content",
        [.. Head(), $"Content-Range: {contentRange}", $"Content-Length: {Bytes.Length - start}"],
        Bytes.AsMemory(start, breakAfter ?? Bytes.Length - start));

    private string[] Head() => ["Content-Type: video/mp4", "Date: Sat, 31 Jan 2026 10:20:30 GMT", .. Validators];
}
