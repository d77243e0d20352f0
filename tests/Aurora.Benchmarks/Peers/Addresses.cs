namespace Aurora.Benchmarks.Peers;

internal static class Addresses
{
    /// <summary>Counts the addresses of a video, which has up to three.</summary>
    public static int Count(Uri? audio, Uri? image, Uri? webhook) => (audio is null ? 0 : 1) + (image is null ? 0 : 1) + (webhook is null ? 0 : 1);
}
