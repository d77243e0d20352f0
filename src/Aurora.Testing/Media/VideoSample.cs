namespace Aurora.Testing.Media;

/// <summary>An MP4 video of four seconds with one H.264 track, which is a resource of the assembly.</summary>
internal static class VideoSample
{
    public const string Extension = ".mp4";
    public const string ContentType = "video/mp4";

    private static readonly Lazy<byte[]> Resource = new(Read);

    public static byte[] Bytes => Resource.Value;

    private static byte[] Read()
    {
        using var resource = typeof(VideoSample).Assembly.GetManifestResourceStream("video.mp4")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
