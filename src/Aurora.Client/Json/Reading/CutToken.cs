using System.Buffers;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>
/// A token that has only partly arrived. <see cref="Utf8JsonReader"/> starts such a token again with every piece, and would read a
/// long text once for each piece. This type scans each byte once, and decides when the reader can continue.
/// </summary>
internal struct CutToken
{
    private static readonly ByteSet Space = new(static value => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
    private static readonly ByteSet Number = new(static value => value is (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.' or (byte)'e' or (byte)'E');

    // A quote, a backslash or an invalid character ends the run.
    private static readonly ByteSet Text = new(static value => value is >= (byte)' ' and not ((byte)'"' or (byte)'\\'));

    private Place _place;

    private enum Place
    {
        Before,
        InText,
        InEscape,
        AfterText,
        InNumber,
    }

    public int Examined { get; private set; }

    /// <summary>Whether the token has not started: at most the white space and the comma before it have arrived.</summary>
    public readonly bool IsBefore => _place == Place.Before;

    /// <summary>Returns whether a byte has arrived that ends the token or that cannot be part of it.</summary>
    public bool MayEnd(ReadOnlySpan<byte> unread)
    {
        while (Examined < unread.Length)
        {
            var rest = unread[Examined..];
            var passed = _place switch
            {
                Place.InText => Text.CountOf(rest),
                Place.InNumber => Number.CountOf(rest),
                Place.InEscape => 0,
                _ => Space.CountOf(rest),
            };
            Examined += Math.Min(passed + 1, rest.Length);
            if (passed < rest.Length && Ends(rest[passed]))
                return true;
        }

        return false;
    }

    private bool Ends(byte next)
    {
        (_place, var ends) = (_place, next) switch
        {
            (Place.Before, (byte)'"') => (Place.InText, false),
            (Place.Before, (>= (byte)'0' and <= (byte)'9') or (byte)'-') => (Place.InNumber, false),
            (Place.InText, (byte)'\\') => (Place.InEscape, false),
            (Place.InText, _) => (Place.AfterText, true),
            (Place.InEscape, _) => (Place.InText, false),
            _ => (_place, true),
        };
        return ends;
    }

    private sealed class ByteSet(Func<byte, bool> contains)
    {
#if NET
        private readonly SearchValues<byte> _values = SearchValues.Create(BytesWhere(contains));

        /// <summary>Returns the number of bytes at the start that are in the set.</summary>
        public int CountOf(ReadOnlySpan<byte> utf8) => utf8.IndexOfAnyExcept(_values) is >= 0 and var count ? count : utf8.Length;

        private static ReadOnlySpan<byte> BytesWhere(Func<byte, bool> contains)
        {
            var bytes = new byte[256];
            var count = 0;
            for (var value = 0; value < bytes.Length; value++)
            {
                if (contains((byte)value))
                    bytes[count++] = (byte)value;
            }

            return bytes.AsSpan(0, count);
        }
#else
        public int CountOf(ReadOnlySpan<byte> utf8)
        {
            var count = 0;
            while (count < utf8.Length && contains(utf8[count]))
                count++;
            return count;
        }
#endif
    }
}
