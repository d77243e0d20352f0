namespace Aurora.Testing.Media;

/// <summary>An MP4 video of four seconds with one H.264 track, which is a resource of the assembly.</summary>
internal static class VideoSample
{
    public const string Extension = ".mp4";
    public const string ContentType = "video/mp4";

    public static byte[] Bytes => field ??= Read();

    private static byte[] Read()
    {
        using var resource = typeof(VideoSample).Assembly.GetManifestResourceStream("video.mp4")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>Creates SVG pictures. Each ID has a different color.</summary>
internal static class PictureSample
{
    public const string Extension = ".svg";
    public const string ContentType = "image/svg+xml";

    public static byte[] Make(Guid id)
    {
        var hue = id.ToByteArray(bigEndian: true)[0] * 360 / 256;
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" width="320" height="180">
              <defs><linearGradient id="g" x2="1" y2="1">
                <stop stop-color="hsl({hue},60%,45%)"/><stop offset="1" stop-color="hsl({(hue + 60) % 360},60%,25%)"/>
              </linearGradient></defs>
              <rect width="320" height="180" fill="url(#g)"/>
              <circle cx="160" cy="72" r="30" fill="#fff" opacity=".85"/>
              <path d="M100 180a60 66 0 0 1 120 0z" fill="#fff" opacity=".85"/>
            </svg>

            """));
    }
}
