using System.Buffers.Binary;
using System.Text;

namespace Aurora.Testing.Media;

/// <summary>Creates MP4 files (ISO/IEC 14496-12) with one H.264 track and one frame per second.</summary>
internal static class Mp4File
{
    private const int TicksPerSecond = 1000;

    private static readonly byte[] UnityMatrix =
        [.. Int(0x10000), .. Int(0), .. Int(0), .. Int(0), .. Int(0x10000), .. Int(0), .. Int(0), .. Int(0), .. Int(0x40000000)];

    public static byte[] Create(int width, int height, byte[] sequence, byte[] picture, byte[][] frames)
    {
        var type = Box("ftyp", Text("isom"), Int(0x200), Text("isomiso2avc1mp41"));
        // The offset of the media depends on the size of the preceding boxes, which does not depend on the offset.
        var start = type.Length + Movie(0).Length + 8;
        return [.. type, .. Movie(start), .. Box("mdat", [.. frames.Select(Sized)])];

        byte[] Movie(int offset) => Box(
            "moov",
            Box(
                "mvhd",
                Int(0), Int(0), Int(0), Int(TicksPerSecond), Int(frames.Length * TicksPerSecond), Int(0x10000), Short(0x100), new byte[10],
                UnityMatrix, new byte[24], Int(2)),
            Box("trak", TrackHeader(width, height, frames.Length), Media(width, height, sequence, picture, frames, offset)));
    }

    private static byte[] TrackHeader(int width, int height, int seconds) => Box(
        "tkhd", Int(3), Int(0), Int(0), Int(1), Int(0), Int(seconds * TicksPerSecond), new byte[16], UnityMatrix,
        Int(width << 16), Int(height << 16));

    private static byte[] Media(int width, int height, byte[] sequence, byte[] picture, byte[][] frames, int offset) => Box(
        "mdia",
        Box("mdhd", Int(0), Int(0), Int(0), Int(TicksPerSecond), Int(frames.Length * TicksPerSecond), Short(0x55C4), Short(0)),
        Box("hdlr", Int(0), Int(0), Text("vide"), new byte[12], Text("video\0")),
        Box(
            "minf",
            Box("vmhd", Int(1), new byte[8]),
            Box("dinf", Box("dref", Int(0), Int(1), Box("url ", Int(1)))),
            Box(
                "stbl",
                Box("stsd", Int(0), Int(1), SampleEntry(width, height, sequence, picture)),
                Box("stts", Int(0), Int(1), Int(frames.Length), Int(TicksPerSecond)),
                Box("stsc", Int(0), Int(1), Int(1), Int(frames.Length), Int(1)),
                Box("stsz", Int(0), Int(0), Int(frames.Length), [.. frames.SelectMany(frame => Int(frame.Length + 4))]),
                Box("stco", Int(0), Int(1), Int(offset)))));

    private static byte[] SampleEntry(int width, int height, byte[] sequence, byte[] picture) => Box(
        "avc1",
        new byte[6], Short(1), new byte[16], Short(width), Short(height), Int(72 << 16), Int(72 << 16), Int(0), Short(1), new byte[32], Short(24),
        Short(-1),
        Box("avcC", [1, sequence[1], sequence[2], sequence[3], 0xFF, 0xE1], Short(sequence.Length), sequence, [1], Short(picture.Length), picture));

    private static byte[] Sized(byte[] frame) => [.. Int(frame.Length), .. frame];

    private static byte[] Box(string type, params byte[][] parts)
    {
        var content = parts.SelectMany(part => part).ToArray();
        return [.. Int(content.Length + 8), .. Text(type), .. content];
    }

    private static byte[] Text(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Int(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Short(int value) => Int(value)[2..];
}
