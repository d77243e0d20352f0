using System.Text;
using Aurora.Client;
using Aurora.Testing;
using Newtonsoft.Json;

namespace Aurora.Reliability.Tests.Load;

/// <summary>The videos of the server. It also verifies that results are correct.</summary>
internal sealed class LoadAccount
{
    /// <summary>The prefix of the IDs of videos that become done after some polls.</summary>
    private const string Watched = "aaaaaaaa";

    private readonly Dictionary<Guid, (byte[] Json, AuroraFlow Video)> _videos = [];

    public LoadAccount(int count, int seed)
    {
        foreach (var video in AuroraVideoGenerator.Generate(count, seed))
        {
            var json = video.ToString(Formatting.None);
            var read = JsonConvert.DeserializeObject<AuroraFlow>(json, AuroraJson.Settings)!;
            _videos.Add(read.Id, (Encoding.UTF8.GetBytes(json), read));
            Ids.Add(read.Id);
        }

        All = Join(Ids.Select(id => _videos[id].Json));
    }

    public List<Guid> Ids { get; } = [];

    /// <summary>Gets the response body with all videos.</summary>
    public byte[] All { get; }

    /// <summary>Returns a new ID of a video that becomes done after some polls.</summary>
    public static Guid WatchedId(Random random) => new(Watched + "-0000-4000-8000-" + random.NextInt64(1L << 48).ToString("x12", null));

    /// <summary>Returns the response body with the videos that exist.</summary>
    public byte[] Of(IEnumerable<Guid> ids) => Join(ids.Where(Exists).Select(Json));

    /// <summary>Returns whether a result contains exactly the requested videos.</summary>
    public bool IsCorrect(IEnumerable<AuroraFlow> videos, IEnumerable<Guid> requested) =>
        videos.Select(video => video.Id).SequenceEqual(requested.Where(Exists)) && videos.All(IsCorrect);

    /// <summary>Returns whether a video equals the one on the server.</summary>
    public bool IsCorrect(AuroraFlow video) =>
        _videos.TryGetValue(video.Id, out var own) && own.Video.Name == video.Name && own.Video.CreatedAt == video.CreatedAt
        && own.Video.Status == video.Status && own.Video.Audio == video.Audio && own.Video.Duration == video.Duration
        && own.Video.CreditsUsed.Equals(video.CreditsUsed) && own.Video.MediaJob == video.MediaJob && video.AdditionalProperties.Count == 0;

    private bool Exists(Guid id) => _videos.ContainsKey(id) || IsWatched(id);

    private static bool IsWatched(Guid id) => id.ToString().StartsWith(Watched, StringComparison.Ordinal);

    private byte[] Json(Guid id)
    {
        if (!IsWatched(id))
            return _videos[id].Json;
        var status = Random.Shared.Next(3) == 0 ? "done" : "running";
        return Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","status":"{{status}}","progress":{{Random.Shared.Next(100)}}e-2}""");
    }

    private static byte[] Join(IEnumerable<byte[]> videos) =>
        [.. "["u8, .. videos.SelectMany((json, i) => i == 0 ? json : [(byte)',', .. json]), .. "]"u8];
}
