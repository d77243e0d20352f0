using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>
/// Texts of the same response, so that a webhook, an image or a reason that repeats in many videos is one object. The table has a
/// fixed size, and a new text replaces an older one in its slot.
/// </summary>
internal sealed class SharedTexts : IDisposable
{
    /// <summary>The maximum length of a shared text. Longer texts would keep too much memory in use.</summary>
    public const int MaxBytes = 512;

    private const int Bits = 9;
    private const int MostSpare = 64;

    // An ArrayPool of a new type takes longer to compile than the reading of a hundred videos takes.
    private static readonly ConcurrentQueue<Slot[]> Spare = new();

    private Slot[]? _slots = Spare.TryDequeue(out var spare) ? spare : new Slot[1 << Bits];

    /// <summary>Returns the shared text of a string without escapes, or null if it is new or too long. A text that is too long has no slot (-1).</summary>
    public string? Find(ref Utf8JsonReader reader, out int slot)
    {
        var utf8 = reader.ValueSpan;
        slot = -1;
        if (utf8.Length > MaxBytes)
            return null;
        var hash = Hash(utf8);
        slot = (int)(hash & ((1 << Bits) - 1));
        ref var found = ref _slots![slot];
        if (found.Hash == hash && found.Text is string text && Equals(ref reader, text))
            return text;
        found = new Slot { Hash = hash };
        return null;
    }

    /// <summary>Returns an address that <see cref="AddressText"/> has recognized. The addresses of a text that repeats share a string.</summary>
    public LazyUri Address(ref Utf8JsonReader reader)
    {
        var utf8 = reader.ValueSpan;
        if (utf8.Length > MaxBytes)
            return LazyUri.OfPlain(utf8.ToArray());
        var hash = Hash(utf8);
        ref var found = ref _slots![hash & ((1 << Bits) - 1)];
        if (found.Hash == hash && found.Text is byte[] first && utf8.SequenceEqual(first))
            found.Text = Encoding.ASCII.GetString(first);
        if (found.Hash == hash && found.Text is string text && Equals(ref reader, text))
            return LazyUri.OfPlain(text);
        var bytes = utf8.ToArray();
        found = new Slot { Hash = hash, Text = bytes };
        return LazyUri.OfPlain(bytes);
    }

    public void Remember(int slot, string text)
    {
        if (slot >= 0)
            _slots![slot].Text = text;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _slots, null) is not { } slots || Spare.Count >= MostSpare)
            return;
        Array.Clear(slots, 0, slots.Length);
        Spare.Enqueue(slots);
    }

    private static bool Equals(ref Utf8JsonReader reader, string text)
    {
#if NET
        // Most texts are ASCII, which is compared fastest.
        if (System.Text.Ascii.Equals(reader.ValueSpan, text))
            return true;
#endif
        return reader.ValueTextEquals(text);
    }

    // Every byte is hashed, because addresses can differ in any single byte. The two sums are independent, so they are computed in parallel.
#if NET
    // The method runs for every text, and the first calls of a process would run it unoptimized.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]
#endif
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
        // A string, or the bytes of an address that has not repeated.
        public object? Text;
    }
}
