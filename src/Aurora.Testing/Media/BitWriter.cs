using System.Numerics;

namespace Aurora.Testing.Media;

/// <summary>Writes bits and Exp-Golomb codes (ITU-T H.264, sections 7.2 and 9.1).</summary>
internal sealed class BitWriter
{
    private readonly List<byte> _bytes = [];
    private int _free;

    public BitWriter Bits(uint value, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--)
        {
            if (_free == 0)
            {
                _bytes.Add(0);
                _free = 8;
            }

            _free--;
            _bytes[^1] |= (byte)(((value >> bit) & 1) << _free);
        }

        return this;
    }

    /// <summary>Writes an unsigned Exp-Golomb code. The signed code of 0 is the same.</summary>
    public BitWriter Golomb(uint value)
    {
        var length = BitOperations.Log2(value + 1);
        return Bits(0, length).Bits(value + 1, length + 1);
    }

    /// <summary>Fills the current byte with zeros.</summary>
    public BitWriter Align()
    {
        _free = 0;
        return this;
    }

    public BitWriter Bytes(byte value, int count)
    {
        _bytes.AddRange(Enumerable.Repeat(value, count));
        return this;
    }

    /// <summary>Writes the stop bit and returns the bytes.</summary>
    public byte[] Stop()
    {
        Bits(1, 1).Align();
        return [.. _bytes];
    }
}
