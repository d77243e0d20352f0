using System.Text;

namespace Aurora.Client.Tests.Reading.Differential;

/// <summary>Text that can hold bytes which are no UTF-8, so that a generated document prints and joins as a string.</summary>
internal static class WireText
{
    private const char FirstByte = '\uF780';
    private const char LastByte = '\uF7FF';

    /// <summary>The character that stands for one byte from 0x80 to 0xFF.</summary>
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

    /// <summary>In printable ASCII, every other byte as <c>&lt;FF&gt;</c>, so that a failure can be copied whole.</summary>
    public static string Print(ReadOnlySpan<byte> json)
    {
        var text = new StringBuilder();
        foreach (var value in json)
            text.Append(value is >= (byte)' ' and <= (byte)'~' or (byte)'\n' ? ((char)value).ToString() : $"<{value:X2}>");
        return text.ToString();
    }

    public static string Print(string text) => string.Concat(text.Select(character => character is >= ' ' and <= '~' ? character.ToString() : $"<U+{(int)character:X4}>"));
}
