using System.Globalization;
using System.Text.RegularExpressions;

namespace Aurora.Client.Tests.Downloads;

/// <summary>A file on a storage host, with its validator headers.</summary>
internal sealed partial record StoredFile(string Text, params string[] Headers)
{
    /// <summary>Creates a file whose parts all differ.</summary>
    public static StoredFile Of(int length, string name = "a", string validator = "ETag: \"v1\"") =>
        new(string.Concat(Enumerable.Range(0, length).Select(i => $"{name}{i} "))[..length], validator, "Date: Sat, 31 Jan 2026 10:20:30 GMT", "Content-Type: video/mp4");

    /// <summary>Returns the requested part if the validator matches, or the whole file.</summary>
    public string Answer(string head)
    {
        var range = RangeFrom(head);
        var isSame = IfRange(head) is { } tag && Headers.Any(header => header.EndsWith($": {tag}", StringComparison.Ordinal));
        return range is { } start && isSame ? Part(start) : Whole();
    }

    /// <summary>Returns the whole file, or what is sent of it before the connection breaks.</summary>
    public string Whole(int? breakAfter = null) => Response("200 OK", Text.Length, Text[..(breakAfter ?? Text.Length)]);

    public string Part(int start, string? contentRange = null) =>
        Response("206 Partial Content", Text.Length - start, Text[start..], $"Content-Range: {contentRange ?? $"bytes {start}-{Text.Length - 1}/{Text.Length}"}");

    public static int? RangeFrom(string head) => Range().Match(head) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    public static string? IfRange(string head) => IfRangeHeader().Match(head) is { Success: true } match ? match.Groups[1].Value : null;

    private string Response(string status, int length, string body, params string[] headers) =>
        $"HTTP/1.1 {status}\r\n{string.Concat(headers.Concat(Headers).Select(header => header + "\r\n"))}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}";

    [GeneratedRegex("^Range: bytes=([0-9]+)-\r$", RegexOptions.Multiline)]
    private static partial Regex Range();

    [GeneratedRegex("^If-Range: (.*)\r$", RegexOptions.Multiline)]
    private static partial Regex IfRangeHeader();
}
