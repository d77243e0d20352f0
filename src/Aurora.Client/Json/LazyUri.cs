using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>
/// An address that is created from its text on first use. Creating it costs more than reading the rest of a video, and most
/// callers use only one or two addresses.
/// </summary>
internal struct LazyUri
{
    // The address, its text, or the bytes of its text, which take half of the memory of a string. Two threads can create equal addresses at the same
    // time, and one of them is kept.
    private object? _value;

    public LazyUri(Uri? value) => _value = value;

    private LazyUri(object text) => _value = text;

    /// <summary>Creates it from a text that <see cref="AddressText"/> has recognized, so that it is ASCII and cannot fail later.</summary>
    public static LazyUri OfPlain(string text) => new(text);

    public static LazyUri OfPlain(byte[] text) => new(text);

    public Uri? Value
    {
        get
        {
            if ((_value is byte[] bytes ? Encoding.ASCII.GetString(bytes) : _value as string) is { } text)
                _value = new Uri(text, UriKind.Absolute);
            return (Uri?)_value;
        }
    }

    public readonly void WriteTo(Utf8JsonWriter writer, JsonEncodedText name)
    {
        if (_value is byte[] bytes)
            writer.WriteString(name, bytes);
        else
            writer.WriteString(name, _value as string ?? ((Uri?)_value)?.OriginalString);
    }
}

/// <summary>Recognizes most valid addresses without creating a <see cref="Uri"/>.</summary>
internal static class AddressText
{
    // Uri has a higher limit, which differs between frameworks.
    private const int MaxBytes = 2048;

    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly ByteSet Host = new(Alphanumeric + "-.");
    private static readonly ByteSet Rest = new(Alphanumeric + "-._~/?=&%+,:;@!$'()*#");

    /// <summary>
    /// Returns whether the text is <c>http</c> or <c>https</c>, followed by a host name and by characters that are always valid in a <see cref="Uri"/>.
    /// If it returns false, the text can still be valid: it can contain a port, an IP address or non-ASCII characters.
    /// </summary>
    public static bool IsPlain(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxBytes)
            return false;
        var authority = utf8.StartsWith("https://"u8) ? utf8[8..] : utf8.StartsWith("http://"u8) ? utf8[7..] : default;
        var hostLength = authority.IndexOf((byte)'/');
        return hostLength > 0 && IsName(authority[..hostLength]) && Rest.HasAll(authority[hostLength..]);
    }

    // No label may be empty, or start or end with a hyphen, and the last label must not be a number.
    private static bool IsName(ReadOnlySpan<byte> host)
    {
        if (host.Length > 63 || !Host.HasAll(host) || !IsLetter(host[^1]))
            return false;
        var previous = (byte)'.';
        foreach (var character in host)
        {
            if (character is (byte)'.' or (byte)'-' && previous is (byte)'.' or (byte)'-')
                return false;
            previous = character;
        }

        return host.IndexOf("-."u8) < 0;
    }

    private static bool IsLetter(byte character) => (character | 0x20) is >= (byte)'a' and <= (byte)'z';

    private sealed class ByteSet(string characters)
    {
#if NET
        private readonly SearchValues<byte> _values = SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(characters));

        public bool HasAll(ReadOnlySpan<byte> utf8) => !utf8.ContainsAnyExcept(_values);
#else
        private readonly bool[] _values = [.. Enumerable.Range(0, 256).Select(value => characters.IndexOf((char)value) >= 0)];

        public bool HasAll(ReadOnlySpan<byte> utf8)
        {
            foreach (var value in utf8)
            {
                if (!_values[value])
                    return false;
            }

            return true;
        }
#endif
    }
}
