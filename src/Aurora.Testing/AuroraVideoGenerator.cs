using Aurora.Testing.Generation;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing;

/// <summary>
/// Makes up videos that are valid against the vendor's document and look like an account's: about 880 bytes each, in every
/// status. The same arguments give the same bytes on every machine and in every time zone.
/// </summary>
public static class AuroraVideoGenerator
{
    /// <summary>
    /// Generates videos one by one, oldest first, about eleven minutes apart from 1 September 2025 on. The first six have
    /// one status each; a shorter run is the beginning of a longer one with the same seed.
    /// </summary>
    /// <param name="count">How many videos to make, 0 or more.</param>
    /// <param name="seed">Chooses the videos. Default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static IEnumerable<JObject> Generate(int count, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Enumerable.Range(0, count).Select(index => new VideoDraft(seed, index).ToJson());
    }
}
