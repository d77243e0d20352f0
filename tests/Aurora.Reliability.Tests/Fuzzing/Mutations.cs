using Aurora.TestKit.Differential;
using CsCheck;

namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>Generates changed responses by inserting, removing, replacing and repeating bytes and tokens.</summary>
internal static class Mutations
{
    private static readonly string[] Tokens =
    [
        "[", "]", "{", "}", ",", ":", "\"", "\\", "null", "true", "false", "0", "-", "1e", "0.5", "\"\"", "[]", "{}", "\\u", "\\ud800",
        "/*", "//", " ", "\n", "\t", "\ufeff", "\0", "\"id\":", "\"status\":\"done\"",
        WireText.Byte(0x80), WireText.Byte(0xC0), WireText.Byte(0xED), WireText.Byte(0xFF),
        new string(' ', 1100), new string('[', 70), new string('x', 1100),
    ];

    public static readonly Gen<string> Any = Gen.Select(
        VideoLists.Any, Gen.Select(Gen.Int[0, 5], Gen.Int[0, int.MaxValue], Gen.Int[0, 40], Gen.OneOf<string>(Tokens)).Array[0, 4], Mutate);

    private static string Mutate(string document, (int Kind, int At, int Length, string Token)[] changes)
    {
        // Each character represents one byte, so that a change can also split a multibyte character.
        var body = string.Concat(WireText.ToBytes(document).Select(value => value < 0x80 ? ((char)value).ToString() : WireText.Byte(value)));
        return changes.Aggregate(body, Change);
    }

    private static string Change(string body, (int Kind, int At, int Length, string Token) change)
    {
        var at = change.At % (body.Length + 1);
        var end = Math.Min(body.Length, at + change.Length);
        return change.Kind switch
        {
            0 => body[..at] + body[end..],
            1 => body.Insert(at, change.Token),
            2 => body[..at] + change.Token + body[end..],
            3 => body[..end] + body[at..],
            4 => at == body.Length ? body : body[..at] + (char)(body[at] ^ (1 << (change.Length % 7))) + body[(at + 1)..],
            _ => change.Length < 10 ? body[..at] : body,
        };
    }
}
