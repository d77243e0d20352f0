namespace Aurora.Testing.Media;

/// <summary>Derives a color from an ID, so that the media of different videos look different.</summary>
internal static class MediaColor
{
    public static int Hue(Guid id) => BytesOf(id)[0] * 360 / 256;

    /// <summary>Returns the two chroma values in the range that video allows.</summary>
    public static (byte Blue, byte Red) Chroma(Guid id)
    {
        var bytes = BytesOf(id);
        return ((byte)(64 + (bytes[0] / 2)), (byte)(64 + (bytes[1] / 2)));
    }

    private static byte[] BytesOf(Guid id) => id.ToByteArray(bigEndian: true);
}
