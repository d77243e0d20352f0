using System.Globalization;
using Aurora.Client;
using Aurora.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>The videos of the account that every server here has, and whether they have come over whole.</summary>
internal static class Account
{
    private static readonly IReadOnlyList<JObject> Videos = [.. AuroraVideoGenerator.Generate(3)];

    public static IReadOnlyList<Guid> Ids { get; } = [.. Videos.Select(video => Guid.Parse((string)video["id"]!))];

    /// <summary>The right answer to a request: all videos, or those that it names.</summary>
    public static string Json(string target, string? status = null)
    {
        var asked = Uri.UnescapeDataString(target);
        var some = asked.Contains("ids=") ? Videos.Where(video => asked.Contains((string)video["id"]!)) : Videos;
        return new JArray(some.Select(video => status is null ? video : new JObject(video) { ["status"] = status })).ToString(Newtonsoft.Json.Formatting.None);
    }

    /// <summary>What is wrong with these videos, or null.</summary>
    public static string? Difference(IEnumerable<AuroraFlow> videos, string? status = null)
    {
        var expected = Videos.Select(video => Facts((string)video["id"]!, (string?)video["name"], status ?? (string)video["status"]!, (double)video["progress"]!, (string?)video["image"]));
        var actual = videos.Select(video => Facts(video.Id.ToString(), video.Name, video.Status.Value, video.Progress, video.Image!.OriginalString));
        return expected.SequenceEqual(actual) ? null : "other videos";
    }

    private static string Facts(params object?[] facts) => string.Join('|', facts.Select(fact => Convert.ToString(fact, CultureInfo.InvariantCulture)));
}
