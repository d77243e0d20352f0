using System.Text.Json;
#if NET
using System.Buffers;
#endif

namespace Aurora.Client;

/// <summary>
/// A token of which only the beginning has arrived. <see cref="Utf8JsonReader"/> begins such a token anew with every piece, and would
/// read a long text as often as it has pieces: this looks at each byte once, and tells when the reader has something to see.
/// </summary>
internal struct CutToken
{
    private static readonly ByteSet Space = new(" \t\r\n");
    private static readonly ByteSet Number = new("0123456789+-.eE");

    // A quote and a backslash are looked at, and so is what may not stand in a text.
    private static readonly ByteSet Text = new([.. Enumerable.Range(' ', 256 - ' ').Select(value => (char)value).Where(value => value is not ('"' or '\\'))]);

    private Place _place;

    private enum Place
    {
        Before,
        InText,
        InEscape,
        AfterText,
        InNumber,
    }

    /// <summary>How many of its bytes have been looked at.</summary>
    public int Examined { get; private set; }

    /// <summary>Whether nothing of the token itself has come: at most the space and the comma before it.</summary>
    public readonly bool IsBefore => _place == Place.Before;

    /// <summary>Whether a byte has come that ends the token, or can be no part of it.</summary>
    /// <param name="unread">All that has arrived since the token before it.</param>
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

    private sealed class ByteSet(IEnumerable<char> characters)
    {
#if NET
        private readonly SearchValues<byte> _values = SearchValues.Create([.. characters.Select(character => (byte)character)]);

        /// <summary>How many bytes at the beginning are in the set.</summary>
        public int CountOf(ReadOnlySpan<byte> utf8) => utf8.IndexOfAnyExcept(_values) is >= 0 and var count ? count : utf8.Length;
#else
        private readonly HashSet<byte> _values = [.. characters.Select(character => (byte)character)];

        /// <summary>How many bytes at the beginning are in the set.</summary>
        public int CountOf(ReadOnlySpan<byte> utf8)
        {
            var count = 0;
            while (count < utf8.Length && _values.Contains(utf8[count]))
                count++;
            return count;
        }
#endif
    }
}
