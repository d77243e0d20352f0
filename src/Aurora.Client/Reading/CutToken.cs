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
            if (_place == Place.InText ? PassText(unread[Examined..]) : Pass(unread[Examined]))
                return true;
        }

        return false;
    }

    private bool PassText(ReadOnlySpan<byte> rest)
    {
        var length = IndexOfEnd(rest);
        if (length < 0)
        {
            Examined += rest.Length;
            return false;
        }

        Examined += length + 1;
        _place = rest[length] == '\\' ? Place.InEscape : Place.AfterText;
        return _place == Place.AfterText;
    }

    private bool Pass(byte next)
    {
        Examined++;
        var place = (_place, next) switch
        {
            (Place.InEscape, _) => Place.InText,
            (Place.Before, (byte)'"') => Place.InText,
            (Place.Before or Place.InNumber, (>= (byte)'0' and <= (byte)'9') or (byte)'-') => Place.InNumber,
            (Place.InNumber, (byte)'+' or (byte)'.' or (byte)'e' or (byte)'E') => Place.InNumber,
            (Place.Before or Place.AfterText, (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') => _place,
            _ => (Place?)null,
        };
        _place = place ?? _place;
        return place is null;
    }

    // A quote, the beginning of an escape, or what may not stand in a text.
#if NET
    private static readonly SearchValues<byte> Ends = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(control => (byte)control), (byte)'"', (byte)'\\']);

    private static int IndexOfEnd(ReadOnlySpan<byte> rest) => rest.IndexOfAny(Ends);
#else
    private static int IndexOfEnd(ReadOnlySpan<byte> rest)
    {
        for (var index = 0; index < rest.Length; index++)
        {
            if (rest[index] is < (byte)' ' or (byte)'"' or (byte)'\\')
                return index;
        }

        return -1;
    }
#endif
}
