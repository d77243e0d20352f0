using System.Buffers.Binary;

namespace Aurora.Testing.Generation;

/// <summary>SplitMix64. <see cref="Random"/> does not promise the same sequence in every version of .NET; this does.</summary>
internal sealed class SeededRandom(int seed, int index)
{
    private ulong _state = Mix(unchecked((ulong)seed)) ^ unchecked((ulong)index * 0xD1342543DE82EF95);

    /// <summary>A number from 0 to <paramref name="limit"/> - 1.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A number from 0 on, and below 1.</summary>
    public double Share() => (Next() >> 11) / (double)(1UL << 53);

    /// <summary>True once in <paramref name="times"/> times.</summary>
    public bool OneIn(int times) => Below(times) == 0;

    public T Pick<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    /// <summary>A random UUID, version 4, as text.</summary>
    public string Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
