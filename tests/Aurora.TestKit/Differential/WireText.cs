using System.Text;

namespace Aurora.TestKit.Differential;

/// <summary>Represents bytes that are not UTF-8 as characters, so that generated documents can be strings.</summary>
internal static class WireText
{
    private const char FirstByte = '\uF780';
    private const char LastByte = '\uF7FF';

    /// <summary>Returns the character that represents one byte from 0x80 to 0xFF.</summary>
    public static string Byte(byte value) => ((char)(FirstByte + value - 0x80)).ToString();

    public static byte[] ToBytes(string text)
    {
        var bytes = new MemoryStream(text.Length);
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is < FirstByte or > LastByte)
                continue;
            bytes.Write(Encoding.UTF8.GetBytes(text[start..i]));
            if (i < text.Length)
                bytes.WriteByte((byte)(text[i] - FirstByte + 0x80));
            start = i + 1;
        }

        return bytes.ToArray();
    }

    /// <summary>Returns printable ASCII, with all other bytes as <c>&lt;FF&gt;</c>, so that a failing document can be copied.</summary>
    public static string Print(ReadOnlySpan<byte> json)
    {
        var text = new StringBuilder();
        foreach (var value in json)
            text.Append(value is >= (byte)' ' and <= (byte)'~' or (byte)'\n' ? ((char)value).ToString() : $"<{value:X2}>");
        return text.ToString();
    }

    public static string Print(string text) => string.Concat(text.Select(character => character is >= ' ' and <= '~' ? character.ToString() : $"<U+{(int)character:X4}>"));
}
