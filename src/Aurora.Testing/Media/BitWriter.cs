using System.Numerics;

namespace Aurora.Testing.Media;

/// <summary>Bits and Exp-Golomb codes, as ITU-T H.264, 7.2 and 9.1, have them.</summary>
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

    /// <summary>An unsigned Exp-Golomb code; of 0 it is the same as the signed one.</summary>
    public BitWriter Golomb(uint value)
    {
        var length = BitOperations.Log2(value + 1);
        return Bits(0, length).Bits(value + 1, length + 1);
    }

    /// <summary>Zeros up to the next whole byte.</summary>
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

    /// <summary>Ends with the stop bit.</summary>
    public byte[] Stop()
    {
        Bits(1, 1).Align();
        return [.. _bytes];
    }
}
