namespace Aurora.Testing.Media;

/// <summary>Creates MP4 videos of four seconds. Each ID has a different color, and the same ID always produces the same bytes.</summary>
internal static class VideoSample
{
    public const string Extension = ".mp4";
    public const string ContentType = "video/mp4";

    private const int Frames = 4;

    public static byte[] Make(Guid id)
    {
        var (blue, red) = MediaColor.Chroma(id);
        var frames = Enumerable.Range(0, Frames).Select(index => H264Frame.Encode(index, (byte)(60 + (index * 40)), blue, red)).ToArray();
        return Mp4File.Create(H264Frame.Width, H264Frame.Height, H264Frame.SequenceParameters(), H264Frame.PictureParameters(), frames);
    }
}
