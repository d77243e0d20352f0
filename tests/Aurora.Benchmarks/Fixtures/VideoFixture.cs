using System.Globalization;
using System.Text;
using Aurora.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Benchmarks.Fixtures;

/// <summary>The videos of a typical account, in which a few webhooks, pictures and prompts repeat.</summary>
internal sealed class VideoFixture
{
    public const int Few = 10;
    public const int Small = 100;
    public const int Medium = 1_000;
    public const int Large = 10_000;
    public const int Huge = 100_000;

    private const int Seed = 6;
    private const int Webhooks = 3;
    private const int Pictures = 20;

    private VideoFixture(int count)
    {
        var videos = AuroraVideoGenerator.Generate(count, Seed).ToList();
        Ids = [.. videos.Select(video => Guid.Parse((string)video["id"]!))];
        Elements = [.. videos.Select((video, index) => Encoding.UTF8.GetBytes(Written(video, index)))];
        Json = List(Elements);
    }

    /// <summary>The sizes of the comparisons: the maximum of one request with ids, and a large account.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [Small, Large];

    public IReadOnlyList<Guid> Ids { get; }

    /// <summary>The separate videos in the order of <see cref="Json"/>.</summary>
    public IReadOnlyList<byte[]> Elements { get; }

    /// <summary>The body of the response with all videos.</summary>
    public byte[] Json { get; }

    /// <summary>Creates the fixture. The same count always creates the same bytes.</summary>
    public static VideoFixture Of(int count) => new(count);

    /// <summary>Joins videos to one list.</summary>
    public static byte[] List(IEnumerable<byte[]> elements)
    {
        using var list = new MemoryStream();
        list.WriteByte((byte)'[');
        foreach (var element in elements)
        {
            if (list.Length > 1)
                list.WriteByte((byte)',');
            list.Write(element);
        }

        list.WriteByte((byte)']');
        return list.ToArray();
    }

    private static string Written(JObject video, int index)
    {
        // Django REST framework writes every field, including empty ones.
        if (!video.ContainsKey("text_prompt"))
            video.Property("image")!.AddAfterSelf(new JProperty("text_prompt", ""));
        else if (index % 4 == 0)
            video["text_prompt"] = string.Create(CultureInfo.InvariantCulture, $"{video["text_prompt"]} Scene {index}.");
        if (index % 3 != 0)
            video["image"] = $"https://media.example.com/accounts/demo/aurora/images/{Picture(index % Pictures)}.png";
        if (index % 10 != 0 && video["webhook_url"]!.Type != JTokenType.Null)
            video["webhook_url"] = $"https://hooks.example.com/aurora/{Picture(Pictures + (index % Webhooks))}";
        return video.ToString(Formatting.None);
    }

    private static Guid Picture(int number) => new(number, 0x5EED, 0x4A11, 0x9C, 0x37, 0x21, 0xE8, 0x0D, 0x66, 0xB2, 0xF4);
}
