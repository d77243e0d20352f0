using System.Text;

namespace Aurora.Reliability.Tests.Hostile;

/// <summary>All of them, and what the client's documentation says about each.</summary>
internal static class HostileDocuments
{
    private const int Million = 1_000_000;
    private const long Billion = 1_000_000_000;
    private const long Endless = long.MaxValue;
    private const int Large = 256 * 1024 * 1024;

    private const string Unreadable = "UnreadableResponse";
    private const string Malformed = "read 1 (Malformed)";
    private const string Unknown = "read 1 (UnknownProperty)";
    private const string UnknownMalformed = "read 1 (Malformed, UnknownProperty)";

    public static IReadOnlyList<HostileDocument> All { get; } = [.. Nested, .. Long, .. Many, .. Texts, .. Numbers];

    private static IEnumerable<HostileDocument> Nested =>
    [
        HostileDocument.Of("arrays 100,000 deep", "", "[", 100_000, "", Unreadable),
        HostileDocument.Of("objects 100,000 deep", "[", "{\"a\":", 500_000, "", Unreadable),
        HostileDocument.Of("an array that is never ended", "", "[", Endless, "", Unreadable),
        new("an array that ends with its first byte", "[", Unreadable),
        new("an unknown property 1,000 deep", $$"""[{"new": {{new string('[', 1000)}}{{new string(']', 1000)}}}]""", Unreadable),
        new("an unknown property 60 deep", $$"""[{"new": {{new string('[', 60)}}{{new string(']', 60)}}}]""", Unknown),
        new("arrays of arrays", "[[], [[]], [[], [[]]], {}]", "read 1 (WrongType)"),
    ];

    private static IEnumerable<HostileDocument> Long =>
    [
        HostileDocument.Of("a text of 100 MB", "[{\"name\": \"", "x", 100 * Million, "\"}]", Unreadable),
        HostileDocument.Of("a text of 100 MB, allowed", "[{\"name\": \"", "x", 100 * Million, "\"}]", "read 1") with { MaxVideoBytes = Large, HeapMiB = 1024 },
        HostileDocument.Of("a text of 1 MB, all of it escapes", "[{\"name\": \"", "\\\"", Million, "\"}]", "read 1"),
        HostileDocument.Of("a text without an end", "[{\"name\": \"", "x", Endless, "", Unreadable),
        HostileDocument.Of("an unknown text of 50 MB", "[{\"new\": \"", "x", 50 * Million, "\"}]", Unreadable),
        HostileDocument.Of("an unknown text of 50 MB, allowed", "[{\"new\": \"", "x", 50 * Million, "\"}]", Unknown) with { MaxVideoBytes = Large, HeapMiB = 1024 },
        HostileDocument.Of("a property's name of 1 MB", "[{\"", "x", Million, "\": 1}]", Unknown),
        HostileDocument.Of("a billion spaces before the array", "", " ", Billion, "[{}]", Unreadable),
        HostileDocument.Of("300 million spaces in the array", "[", " ", 300L * Million, "{}]", Unreadable),
        HostileDocument.Of("300 million spaces after the array", "[{}]", " ", 300L * Million, "", Unreadable),
        HostileDocument.Of("a million spaces and more in a video", "[{", " ", 2 * Million, "}]", Unreadable),
    ];

    private static IEnumerable<HostileDocument> Many =>
    [
        HostileDocument.Of("the same key a million times", "[{\"a\":1", ",\"a\":1", 6 * Million, "}]", Unreadable),
        HostileDocument.Of("the same key a million times, allowed", "[{\"a\":1", ",\"a\":1", 6 * Million, "}]", Unknown) with { MaxVideoBytes = Large, HeapMiB = 128 },
        HostileDocument.Of("the same known key 100,000 times", "[{\"duration\":1", ",\"id\":1", 7 * 100_000, "}]", "read 1 (WrongType)"),
        HostileDocument.Of("broken escapes under a name of 400 KB", $"[{{\"{new string('n', 400_000)}\": [1", ",\"\\ud8\"", 500_000, "]}]", Unreadable),
        HostileDocument.Of("lone surrogates under a name of 400 KB", $"[{{\"{new string('n', 400_000)}\": [1", ",\"\\ud800\"", 600_000, "]}]", UnknownMalformed),
        HostileDocument.Of("a hundred thousand empty objects", "[{}", ",{}", 3 * 100_000, "]", "read 100001"),
        HostileDocument.Of("a million empty objects", "[{}", ",{}", 3 * Million, "]", "read 1000001") with { Stream = "read on", HeapMiB = 640 },
        HostileDocument.Of("empty objects without an end", "[{}", ",{}", Endless, "", Unreadable) with { Stream = "read on", MaxResponseBytes = 16 * 1024 * 1024 },
        HostileDocument.Of("a million nulls", "[null", ",null", 5 * Million, "]", "read 0 (Null)"),
        HostileDocument.Of("commas without an end", "[", ",", Endless, "", Unreadable),
    ];

    private static IEnumerable<HostileDocument> Texts =>
    [
        new("NUL before the array", "\0[]", Unreadable),
        new("NUL in a text", "[{\"name\": \"a\0b\"}]", Unreadable),
        new("NUL as an escape, in a text and a name", """[{"name": "a\u0000b", "a\u0000b": 1}]""", Unknown),
        new("invalid UTF-8 in a text", [.. "[{\"name\": \""u8, 0xFF, 0xC3, 0x28, .. "\"}]"u8], Malformed),
        new("invalid UTF-8 in a name", [.. "[{\""u8, 0xFF, 0xC3, 0x28, .. "\": 1}]"u8], UnknownMalformed),
        new("invalid UTF-8 outside of a text", [.. "["u8, 0xFF, .. "{}]"u8], Unreadable),
        new("lone surrogates in a text and a name", """[{"name": "\ud800", "\udc00": 1}]""", UnknownMalformed),
        new("a byte order mark of UTF-8", [.. Encoding.UTF8.Preamble, .. "[{}]"u8], "read 1"),
        new("two byte order marks of UTF-8", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.Preamble, .. "[{}]"u8], Unreadable),
        new("a byte order mark of UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("[{}]")], Unreadable),
        new("a byte order mark of UTF-16, the other way round", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("[{}]")], Unreadable),
        new("a byte order mark of UTF-32", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes("[{}]")], Unreadable),
    ];

    private static IEnumerable<HostileDocument> Numbers =>
    [
        HostileDocument.Of("a number of a billion digits", "[{\"duration\": ", "7", Billion, "}]", Unreadable),
        HostileDocument.Of("a number of a million digits", "[{\"duration\": ", "7", Million, "}]", Malformed),
        HostileDocument.Of("an unknown number of a million digits", "[{\"new\": ", "7", Million, "}]", Unknown),
        HostileDocument.Of("a fraction of a million digits", "[{\"progress\": 0.", "7", Million, "}]", "read 1"),
        new("exponents beyond every number", """[{"progress": 1e999999999, "credits_used": -1e99999999999999999999}]""", Malformed),
        new("negative exponents beyond every number", """[{"progress": 1e-999999999, "credits_used": -1e-99999999999999999999}]""", "read 1"),
        new("exponents where a whole number is expected", """[{"duration": 1e999999999}]""", Malformed),
        new("unknown exponents", """[{"new": [1e999999999, 1e-999999999, -0e0]}]""", Unknown),
    ];
}
