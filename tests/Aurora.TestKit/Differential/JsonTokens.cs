using CsCheck;

namespace Aurora.TestKit.Differential;

/// <summary>Generates JSON tokens of every kind, common and unusual ones.</summary>
internal static class JsonTokens
{
    public static readonly Gen<string> Space = Gen.Frequency<string>(
        (12, Gen.Const("")),
        (2, Gen.OneOf<string>(" ", "\n", "\t", "\r", "\r\n", " \t\n  ")));

    /// <summary>Letters, all escapes, complete and incomplete surrogate pairs, and bytes that are not UTF-8.</summary>
    private static readonly Gen<string> Piece = Gen.Frequency<string>(
        (8, Gen.OneOf<string>("a", "Z", "0", " ", "name", "[{]}", ",", ":", "'", "/*", "//", "1e5", "null")),
        (4, Gen.OneOf<string>("\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0000", "\\u0041", "\\u007F", "\\u00fC", "\\u2028", "\\ufffd", "\\uFEFF")),
        (3, Gen.OneOf<string>("ü", "€", "😀", "\u2028", "\u007f", "\u0085", "\ufeff", "\ufffd", "e\u0301", "\ue000", "\U0010FFFF")),
        (2, Gen.OneOf<string>("\\ud83d\\ude00", "\\uD83D\\uDE00", "\\udbff\\udfff")),
        (1, Gen.OneOf<string>("\\ud800", "\\uDFFF", "\\ude00\\ud83d", "\\ud83d\\ud83d\\ude00", "\\ud83d\\u0041", "\\ud83d\\n", "\\ud83d😀")),
        (1, Gen.OneOf<string>(Gen.Byte[0x80, 0xFF].Select(WireText.Byte), Gen.OneOf<string>("ED A0 80", "C0 80", "E2 82", "F0 9F 98", "F5 80 80 80", "C3 28").Select(Bytes))));

    public static readonly Gen<string> Content = Gen.Frequency<string>(
        (8, Piece.Array[0, 6].Select(string.Concat)),
        (1, Piece.Array[20, 60].Select(string.Concat)));

    public static readonly Gen<string> Number = Gen.Frequency<string>(
        (2, Gen.Int.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        (2, Gen.Double.Where(double.IsFinite).Select(number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture))),
        (2, Gen.OneOf<string>(
            "0", "-0", "-0.0", "0e0", "0.0", "1.0", "5e0", "-5.0", "1E3", "1e+3", "15e-1", "10e-1", "2.5", "3.5", "-0.5", "0.1", "1e23", "5e-324", "2e-324", "1e-400", "1E-400",
            "1e308", "1.7976931348623157e308", "1.7976931348623159e308", "1e309", "-1e309", "1e999", "1e99999999999", "1e-99999999999",
            "2147483647", "2147483648", "-2147483648", "-2147483649", "9007199254740992", "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
            "-9223372036854775809", "18446744073709551616", "79228162514264337593543950335", "79228162514264337593543950336", "0.1234567890123456789012345678901",
            "3.14159265358979323846264338328", "123456789012345678901234567890", "1.00000000000000011102230246251565404236316680908203125")),
        (1, Gen.Select(Gen.OneOf<string>("", "-"), Gen.OneOf<string>("0", "1", "92"), Digits(30), Gen.OneOf<string>("", "e", "E+", "e-"), (sign, whole, fraction, exponent) =>
            $"{sign}{whole}.{fraction}{(exponent.Length == 0 ? "" : exponent + fraction.Length)}")),
        (1, Digits(40).Select(digits => "1" + digits)));

    public static readonly Gen<string> Scalar = Gen.OneOf<string>(Content.Select(Quote), Number, Gen.OneOf<string>("true", "false", "null"));

    public static readonly Gen<string> Any = Gen.Frequency<string>((6, Scalar), (2, Nested(3)), (1, Gen.Int[4, 50].Select(depth => new string('[', depth) + new string(']', depth))));

    public static string Quote(string content) => $"\"{content}\"";

    private static Gen<string> Nested(int depth)
    {
        var inner = depth == 0 ? Scalar : Gen.Frequency<string>((3, Scalar), (1, Nested(depth - 1)));
        var member = Gen.Select(Gen.OneOf<string>(Content, Gen.OneOf<string>("a", "a", "b")), Space, inner, (name, space, value) => $"{Quote(name)}{space}:{space}{value}");
        return Gen.OneOf<string>(
            Gen.Select(member.Array[0, 4], Space, (members, space) => "{" + space + string.Join(space + ",", members) + "}"),
            Gen.Select(inner.Array[0, 4], Space, (items, space) => "[" + space + string.Join("," + space, items) + "]"));
    }

    private static Gen<string> Digits(int most) => Gen.Char['0', '9'].Array[1, most].Select(digits => new string(digits));

    private static string Bytes(string hex) => string.Concat(hex.Split(' ').Select(pair => WireText.Byte(Convert.FromHexString(pair)[0] is var value and >= 0x80 ? value : (byte)0x80)));
}
