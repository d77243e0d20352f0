namespace Aurora.Testing;

/// <summary>
/// Generates realistic videos that are valid against the vendor's document. A video has about 880 bytes of JSON. The same arguments generate
/// the same bytes on every machine and in every time zone.
/// </summary>
public static class AuroraVideoGenerator
{
    /// <summary>
    /// Generates videos lazily, oldest first. They are created about 11 minutes apart, starting on September 1, 2025. Each of the first six
    /// videos has a different status. A shorter sequence is the beginning of a longer one with the same seed.
    /// </summary>
    /// <param name="count">The number of videos.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static IEnumerable<JObject> Generate(int count, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Enumerable.Range(0, count).Select(index => new GeneratedVideo(seed, index).ToJson());
    }
}
