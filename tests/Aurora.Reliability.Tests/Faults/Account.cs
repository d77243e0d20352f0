using System.Globalization;
using Aurora.Client;
using Aurora.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>The videos that all servers of the fault tests serve.</summary>
internal static class Account
{
    private static readonly IReadOnlyList<JObject> Videos = [.. AuroraVideoGenerator.Generate(3)];

    public static IReadOnlyList<Guid> Ids { get; } = [.. Videos.Select(video => Guid.Parse((string)video["id"]!))];

    /// <summary>Returns the body of the normal response: all videos, or the requested ones.</summary>
    public static string Json(string target, string? status = null)
    {
        var decoded = Uri.UnescapeDataString(target);
        var videos = decoded.Contains("ids=") ? Videos.Where(video => decoded.Contains((string)video["id"]!)) : Videos;
        return new JArray(videos.Select(video => status is null ? video : new JObject(video) { ["status"] = status }))
            .ToString(Newtonsoft.Json.Formatting.None);
    }

    /// <summary>Describes how the videos differ from the expected ones, or returns null if they are equal.</summary>
    public static string? Difference(IEnumerable<AuroraFlow> videos, string? status = null)
    {
        var expected = Videos.Select(video => Facts(
            (string)video["id"]!, (string?)video["name"], status ?? (string)video["status"]!, (double)video["progress"]!, (string?)video["image"]));
        var actual = videos.Select(video => Facts(video.Id.ToString(), video.Name, video.Status.Value, video.Progress, video.Image!.OriginalString));
        return expected.SequenceEqual(actual) ? null : "the videos differ";
    }

    private static string Facts(params object?[] facts) =>
        string.Join('|', facts.Select(fact => Convert.ToString(fact, CultureInfo.InvariantCulture)));
}
