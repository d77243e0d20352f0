using System.Buffers.Binary;

namespace Aurora.Testing.Sampling;

/// <summary>SplitMix64. Unlike <see cref="Random"/>, it generates the same sequence in every version of .NET.</summary>
internal sealed class SeededRandom(int seed, int index)
{
    private ulong _state = Mix(unchecked((ulong)seed)) ^ unchecked((ulong)index * 0xD1342543DE82EF95);

    /// <summary>Returns a number that is at least 0 and less than <paramref name="limit"/>.</summary>
    public int Next(int limit) => (int)(NextBits() % (ulong)limit);

    /// <summary>Returns a number that is at least 0 and less than 1.</summary>
    public double NextDouble() => (NextBits() >> 11) / (double)(1UL << 53);

    public bool OneIn(int times) => Next(times) == 0;

    public T Pick<T>(IReadOnlyList<T> values) => values[Next(values.Count)];

    /// <summary>Returns a version 4 UUID.</summary>
    public string NextUuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, NextBits());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], NextBits());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    private ulong NextBits() => Mix(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
