using System.Text;

namespace Aurora.Reliability.Tests.Hostile;

/// <summary>All hostile documents with their documented outcomes.</summary>
internal static class HostileDocuments
{
    private const int Million = 1_000_000;
    private const long Billion = 1_000_000_000;
    private const long Endless = long.MaxValue;
    private const int Large = 256 * 1024 * 1024;

    private const string StillReading = "still reading";
    private const string Unreadable = "UnreadableResponse";
    private const string Malformed = "read 1 (Malformed)";
    private const string Unknown = "read 1 (UnknownProperty)";
    private const string UnknownMalformed = "read 1 (Malformed, UnknownProperty)";

    private static readonly string LongName = new('n', 400_000);

    public static IReadOnlyList<HostileDocument> All { get; } = [.. Nested, .. Long, .. Many, .. Texts, .. Numbers];

    private static IEnumerable<HostileDocument> Nested =>
    [
        HostileDocument.Of("arrays 100,000 deep", "", "[", 100_000, "", Unreadable),
        HostileDocument.Of("objects 100,000 deep", "[", "{\"a\":", 500_000, "", Unreadable),
        HostileDocument.Of("an endless array", "", "[", Endless, "", Unreadable),
        new("an array truncated after the first byte", "[", Unreadable),
        new("an unknown property 1,000 deep", $$"""[{"new": {{new string('[', 1000)}}{{new string(']', 1000)}}}]""", Unreadable),
        new("an unknown property 60 deep", $$"""[{"new": {{new string('[', 60)}}{{new string(']', 60)}}}]""", Unknown),
        new("arrays of arrays", "[[], [[]], [[], [[]]], {}]", "read 1 (WrongType)"),
    ];

    private static IEnumerable<HostileDocument> Long =>
    [
        HostileDocument.Of("text of 100 MB", "[{\"name\": \"", "x", 100 * Million, "\"}]", Unreadable),
        HostileDocument.Of("text of 100 MB, allowed", "[{\"name\": \"", "x", 100 * Million, "\"}]", "read 1") with
        {
            MaxVideoBytes = Large,
            HeapMiB = 1024,
        },
        HostileDocument.Of("text of 1 MB of escape sequences", "[{\"name\": \"", "\\\"", Million, "\"}]", "read 1"),
        HostileDocument.Of("endless text", "[{\"name\": \"", "x", Endless, "", Unreadable),
        HostileDocument.Of("unknown text of 50 MB", "[{\"new\": \"", "x", 50 * Million, "\"}]", Unreadable),
        HostileDocument.Of("unknown text of 50 MB, allowed", "[{\"new\": \"", "x", 50 * Million, "\"}]", Unknown) with
        {
            MaxVideoBytes = Large,
            HeapMiB = 1024,
        },
        HostileDocument.Of("a property name of 1 MB", "[{\"", "x", Million, "\": 1}]", Unknown),
        HostileDocument.Of("a billion spaces before the array", "", " ", Billion, "[{}]", Unreadable),
        HostileDocument.Of("300 million spaces in the array", "[", " ", 300L * Million, "{}]", Unreadable),
        HostileDocument.Of("300 million spaces after the array", "[{}]", " ", 300L * Million, "", Unreadable),
        HostileDocument.Of("two million spaces in a video", "[{", " ", 2 * Million, "}]", Unreadable),
    ];

    private static IEnumerable<HostileDocument> Many =>
    [
        HostileDocument.Of("the same key a million times", "[{\"a\":1", ",\"a\":1", 6 * Million, "}]", Unreadable),
        HostileDocument.Of("the same key a million times, allowed", "[{\"a\":1", ",\"a\":1", 6 * Million, "}]", Unknown) with
        {
            MaxVideoBytes = Large,
            HeapMiB = 128,
        },
        HostileDocument.Of("the same known key 100,000 times", "[{\"duration\":1", ",\"id\":1", 7 * 100_000, "}]", "read 1 (WrongType)"),
        HostileDocument.Of("invalid escapes in a property with a name of 400 KB", $"[{{\"{LongName}\": [1", ",\"\\ud8\"", 500_000, "]}]", Unreadable),
        HostileDocument.Of("lone surrogates in a property with a name of 400 KB", $"[{{\"{LongName}\": [1", ",\"\\ud800\"", 600_000, "]}]", UnknownMalformed),
        HostileDocument.Of("a hundred thousand empty objects", "[{}", ",{}", 3 * 100_000, "]", "read 100001"),
        HostileDocument.Of("a million empty objects", "[{}", ",{}", 3 * Million, "]", "read 1000001") with { Stream = StillReading, HeapMiB = 640 },
        HostileDocument.Of("endless empty objects", "[{}", ",{}", Endless, "", Unreadable) with { Stream = StillReading, MaxResponseBytes = 16 * 1024 * 1024 },
        HostileDocument.Of("a million nulls", "[null", ",null", 5 * Million, "]", "read 0 (Null)"),
        HostileDocument.Of("endless commas", "[", ",", Endless, "", Unreadable),
    ];

    private static IEnumerable<HostileDocument> Texts =>
    [
        new("NUL before the array", "\0[]", Unreadable),
        new("NUL in text", "[{\"name\": \"a\0b\"}]", Unreadable),
        new("escaped NUL in text and in a name", """[{"name": "a\u0000b", "a\u0000b": 1}]""", Unknown),
        new("invalid UTF-8 in text", [.. "[{\"name\": \""u8, 0xFF, 0xC3, 0x28, .. "\"}]"u8], Malformed),
        new("invalid UTF-8 in a name", [.. "[{\""u8, 0xFF, 0xC3, 0x28, .. "\": 1}]"u8], UnknownMalformed),
        new("invalid UTF-8 outside of text", [.. "["u8, 0xFF, .. "{}]"u8], Unreadable),
        new("lone surrogates in text and in a name", """[{"name": "\ud800", "\udc00": 1}]""", UnknownMalformed),
        new("a UTF-8 byte order mark", [.. Encoding.UTF8.Preamble, .. "[{}]"u8], "read 1"),
        new("two UTF-8 byte order marks", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.Preamble, .. "[{}]"u8], Unreadable),
        new("a UTF-16 byte order mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("[{}]")], Unreadable),
        new("a big-endian UTF-16 byte order mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("[{}]")], Unreadable),
        new("a UTF-32 byte order mark", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes("[{}]")], Unreadable),
    ];

    private static IEnumerable<HostileDocument> Numbers =>
    [
        HostileDocument.Of("a number with a billion digits", "[{\"duration\": ", "7", Billion, "}]", Unreadable),
        HostileDocument.Of("a number with a million digits", "[{\"duration\": ", "7", Million, "}]", Malformed),
        HostileDocument.Of("an unknown number with a million digits", "[{\"new\": ", "7", Million, "}]", Unknown),
        HostileDocument.Of("a fraction with a million digits", "[{\"progress\": 0.", "7", Million, "}]", "read 1"),
        new("exponents that overflow", """[{"progress": 1e999999999, "credits_used": -1e99999999999999999999}]""", Malformed),
        new("exponents that underflow", """[{"progress": 1e-999999999, "credits_used": -1e-99999999999999999999}]""", "read 1"),
        new("an exponent in an integer", """[{"duration": 1e999999999}]""", Malformed),
        new("exponents in an unknown property", """[{"new": [1e999999999, 1e-999999999, -0e0]}]""", Unknown),
    ];
}
