using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>
/// Texts that came before in the same response, those of addresses too: a webhook, an image or a reason that repeats from video to
/// video is one object. A table of fixed size in which a newer text takes the place of an older one.
/// </summary>
internal sealed class SharedTexts : IDisposable
{
    /// <summary>Longer texts are not worth the memory that remembering them keeps.</summary>
    public const int MaxBytes = 512;

    private const int Bits = 9;

    private Slot[] _slots = ArrayPool<Slot>.Shared.Rent(1 << Bits);

    /// <summary>The text of a string that has no escapes, or null when it has not come before or is too long.</summary>
    /// <param name="reader">On the string.</param>
    /// <param name="slot">Where to <see cref="Remember"/> it; -1 when it is too long.</param>
    public string? Find(ref Utf8JsonReader reader, out int slot)
    {
        var utf8 = reader.ValueSpan;
        slot = -1;
        if (utf8.Length > MaxBytes)
            return null;
        var hash = Hash(utf8);
        slot = (int)(hash & ((1 << Bits) - 1));
        ref var found = ref _slots[slot];
        if (found.Hash == hash && found.Text is { } text && Equals(ref reader, text))
            return text;
        found = new Slot { Hash = hash };
        return null;
    }

    public void Remember(int slot, string text)
    {
        if (slot >= 0)
            _slots[slot].Text = text;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _slots, []) is { Length: > 0 } slots)
            ArrayPool<Slot>.Shared.Return(slots, clearArray: true);
    }

    private static bool Equals(ref Utf8JsonReader reader, string text)
    {
#if NET
        // Nearly all texts are ASCII, and for those no byte needs to be looked at by itself.
        if (System.Text.Ascii.Equals(reader.ValueSpan, text))
            return true;
#endif
        return reader.ValueTextEquals(text);
    }

    // Every byte counts: addresses may differ in any one place. Two sums side by side, as the multiplications wait for nothing else.
    private static ulong Hash(ReadOnlySpan<byte> utf8)
    {
        var (even, odd) = ((ulong)utf8.Length, 0UL);
        for (; utf8.Length >= 16; utf8 = utf8[16..])
        {
            even = Mixed(even, BinaryPrimitives.ReadUInt64LittleEndian(utf8));
            odd = Mixed(odd, BinaryPrimitives.ReadUInt64LittleEndian(utf8[8..]));
        }

        if (utf8.Length >= 8)
        {
            even = Mixed(even, BinaryPrimitives.ReadUInt64LittleEndian(utf8));
            utf8 = utf8[8..];
        }

        var rest = 0UL;
        foreach (var character in utf8)
            rest = (rest << 8) | character;
        return Mixed(even ^ (odd >> 7), rest);
    }

    private static ulong Mixed(ulong sum, ulong word)
    {
        var product = (sum ^ word) * 0x9E3779B97F4A7C15UL;
        return product ^ (product >> 32);
    }

    private struct Slot
    {
        public ulong Hash;
        public string? Text;
    }
}
