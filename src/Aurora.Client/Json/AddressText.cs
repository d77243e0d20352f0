using System.Buffers;

namespace Aurora.Client;

/// <summary>Tells, without making a <see cref="Uri"/>, of nearly every address that it is one.</summary>
internal static class AddressText
{
    // A Uri takes longer ones, up to a limit that differs between frameworks.
    private const int MaxBytes = 2048;

    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly ByteSet Host = new(Alphanumeric + "-.");
    private static readonly ByteSet Rest = new(Alphanumeric + "-._~/?=&%+,:;@!$'()*#");

    /// <summary>
    /// Whether it is <c>http</c> or <c>https</c>, a host by name, and after it only characters of which a <see cref="Uri"/> takes any.
    /// False says nothing: a port, an address in numbers or a letter beyond ASCII may be right all the same.
    /// </summary>
    public static bool IsPlain(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxBytes)
            return false;
        var authority = utf8.StartsWith("https://"u8) ? utf8[8..] : utf8.StartsWith("http://"u8) ? utf8[7..] : default;
        var hostLength = authority.IndexOf((byte)'/');
        return hostLength > 0 && IsName(authority[..hostLength]) && Rest.HasAll(authority[hostLength..]);
    }

    // A name whose labels are neither empty nor begin or end with a hyphen, and the last of which is no number.
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
