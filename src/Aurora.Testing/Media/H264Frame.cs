namespace Aurora.Testing.Media;

/// <summary>
/// H.264 without compression (I_PCM, ITU-T H.264, 7.3.5): the samples as they are, so that it takes no encoder. No two zeros follow each
/// other in what is written here, which spares the emulation prevention.
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
        .Golomb(0).Golomb(2) // frame numbers of 4 bits, shown in the order in which they come
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

    /// <summary>A whole picture in one colour, which needs no other to be shown.</summary>
    /// <param name="index">Which one of the video, from 0 on.</param>
    /// <param name="luma">Its brightness, 16 to 235.</param>
    /// <param name="blue">Its blue difference, 16 to 240.</param>
    /// <param name="red">Its red difference, 16 to 240.</param>
    public static byte[] Encode(int index, byte luma, byte blue, byte red)
    {
        var bits = new BitWriter()
            .Bits(0x65, 8)
            .Golomb(0).Golomb(7).Golomb(0).Bits(0, 4)
            .Golomb((uint)index % 2) // two that follow each other must differ
            .Bits(0, 1).Bits(0, 1)
            .Golomb(0);
        for (var block = 0; block < Columns * Rows; block++)
            bits.Golomb(RawBlock).Align().Bytes(luma, Block * Block).Bytes(blue, Block * Block / 4).Bytes(red, Block * Block / 4);
        return bits.Stop();
    }
}
