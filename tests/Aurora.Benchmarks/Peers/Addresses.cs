namespace Aurora.Benchmarks.Peers;

internal static class Addresses
{
    /// <summary>How many of a video's three addresses it has.</summary>
    public static int Count(Uri? audio, Uri? image, Uri? webhook) => (audio is null ? 0 : 1) + (image is null ? 0 : 1) + (webhook is null ? 0 : 1);
}
