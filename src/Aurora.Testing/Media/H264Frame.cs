namespace Aurora.Testing.Media;

/// <summary>
/// Encodes uncompressed H.264 frames (I_PCM, ITU-T H.264, section 7.3.5). The output never contains two consecutive zero bytes, so emulation
/// prevention is not needed.
/// </summary>
internal static class H264Frame
{
    public const int Width = Columns * Block;
    public const int Height = Rows * Block;

    private const int Columns = 8;
    private const int Rows = 6;
    private const int Block = 16;
    private const uint RawBlock = 25;

    public static byte[] SequenceParameters() => new BitWriter()
        .Bits(0x67, 8)
        .Bits(66, 8).Bits(0xC0, 8).Bits(10, 8) // constrained baseline, level 1
        .Golomb(0)
        .Golomb(0).Golomb(2) // 4-bit frame numbers, output order equals decoding order
        .Golomb(1).Bits(0, 1)
        .Golomb(Columns - 1).Golomb(Rows - 1)
        .Bits(1, 1).Bits(1, 1) // whole frames
        .Bits(0, 1).Bits(0, 1)
        .Stop();

    public static byte[] PictureParameters() => new BitWriter()
        .Bits(0x68, 8)
        .Golomb(0).Golomb(0)
        .Bits(0, 1).Bits(0, 1).Golomb(0)
        .Golomb(0).Golomb(0)
        .Bits(0, 1).Bits(0, 2)
        .Golomb(0).Golomb(0).Golomb(0)
        .Bits(0, 1).Bits(0, 1).Bits(0, 1)
        .Stop();

    /// <summary>Encodes a key frame in a single color.</summary>
    /// <param name="index">The zero-based index of the frame.</param>
    /// <param name="luma">The luma, from 16 to 235.</param>
    /// <param name="blue">The blue chroma, from 16 to 240.</param>
    /// <param name="red">The red chroma, from 16 to 240.</param>
    public static byte[] Encode(int index, byte luma, byte blue, byte red)
    {
        var bits = new BitWriter()
            .Bits(0x65, 8)
            .Golomb(0).Golomb(7).Golomb(0).Bits(0, 4)
            .Golomb((uint)index % 2) // consecutive IDR pictures must have different IDs
            .Bits(0, 1).Bits(0, 1)
            .Golomb(0);
        for (var block = 0; block < Columns * Rows; block++)
            bits.Golomb(RawBlock).Align().Bytes(luma, Block * Block).Bytes(blue, Block * Block / 4).Bytes(red, Block * Block / 4);
        return bits.Stop();
    }
}
