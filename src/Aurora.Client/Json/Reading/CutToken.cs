using System.Text.Json;
#if NET
using System.Buffers;
#endif

namespace Aurora.Client;

/// <summary>
/// A token that has only partly arrived. <see cref="Utf8JsonReader"/> starts such a token again with every piece, and would read a
/// long text once for each piece. This type scans each byte once, and decides when the reader can continue.
/// </summary>
internal struct CutToken
{
    private static readonly ByteSet Space = new(" \t\r\n");
    private static readonly ByteSet Number = new("0123456789+-.eE");

    // A quote, a backslash or an invalid character ends the run.
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

    /// <summary>The number of scanned bytes.</summary>
    public int Examined { get; private set; }

    /// <summary>Whether the token has not started: at most the white space and the comma before it have arrived.</summary>
    public readonly bool IsBefore => _place == Place.Before;

    /// <summary>Returns whether a byte has arrived that ends the token or that cannot be part of it.</summary>
    /// <param name="unread">The bytes after the previous token.</param>
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

        /// <summary>Returns the number of bytes at the start that are in the set.</summary>
        public int CountOf(ReadOnlySpan<byte> utf8) => utf8.IndexOfAnyExcept(_values) is >= 0 and var count ? count : utf8.Length;
#else
        private readonly HashSet<byte> _values = [.. characters.Select(character => (byte)character)];

        /// <summary>Returns the number of bytes at the start that are in the set.</summary>
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
