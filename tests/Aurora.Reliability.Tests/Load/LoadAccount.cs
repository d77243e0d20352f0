using System.Text;
using Aurora.Client;
using Aurora.Testing;
using Newtonsoft.Json;

namespace Aurora.Reliability.Tests.Load;

/// <summary>What the server has, and by which an answer is known to be the right one.</summary>
internal sealed class LoadAccount
{
    /// <summary>Ids that begin so are of videos that end after some polls.</summary>
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

    /// <summary>The answer that holds the whole account.</summary>
    public byte[] All { get; }

    /// <summary>An id that no other watch has.</summary>
    public static Guid WatchedId(Random random) => new(Watched + "-0000-4000-8000-" + random.NextInt64(1L << 48).ToString("x12", null));

    /// <summary>The answer that holds those of the ids which there are.</summary>
    public byte[] Of(IEnumerable<Guid> ids) => Join(ids.Where(IsThere).Select(Json));

    /// <summary>Whether these are the very videos that were asked for.</summary>
    public bool IsAnswer(IEnumerable<AuroraFlow> videos, IEnumerable<Guid> asked) => videos.Select(video => video.Id).SequenceEqual(asked.Where(IsThere)) && videos.All(IsRight);

    /// <summary>Whether it is as the server has it.</summary>
    public bool IsRight(AuroraFlow video) =>
        _videos.TryGetValue(video.Id, out var own) && own.Video.Name == video.Name && own.Video.CreatedAt == video.CreatedAt && own.Video.Status == video.Status && own.Video.Audio == video.Audio
        && own.Video.Duration == video.Duration && own.Video.CreditsUsed.Equals(video.CreditsUsed) && own.Video.MediaJob == video.MediaJob && video.AdditionalProperties.Count == 0;

    private bool IsThere(Guid id) => _videos.ContainsKey(id) || IsWatched(id);

    private static bool IsWatched(Guid id) => id.ToString().StartsWith(Watched, StringComparison.Ordinal);

    private byte[] Json(Guid id)
    {
        if (!IsWatched(id))
            return _videos[id].Json;
        var hasEnded = Random.Shared.Next(3) == 0;
        return Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","status":"{{(hasEnded ? "done" : "running")}}","progress":{{Random.Shared.Next(100)}}e-2}""");
    }

    private static byte[] Join(IEnumerable<byte[]> videos) => [.. "["u8, .. videos.SelectMany((json, i) => i == 0 ? json : [(byte)',', .. json]), .. "]"u8];
}
