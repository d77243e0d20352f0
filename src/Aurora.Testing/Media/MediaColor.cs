namespace Aurora.Testing.Media;

/// <summary>The colour of an id, so that the media of two videos can be told apart.</summary>
internal static class MediaColor
{
    public static int Hue(Guid id) => BytesOf(id)[0] * 360 / 256;

    /// <summary>Its two colour differences, in the range that video allows.</summary>
    public static (byte Blue, byte Red) Chroma(Guid id)
    {
        var bytes = BytesOf(id);
        return ((byte)(64 + (bytes[0] / 2)), (byte)(64 + (bytes[1] / 2)));
    }

    private static byte[] BytesOf(Guid id) => id.ToByteArray(bigEndian: true);
}
