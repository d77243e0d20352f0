using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Generation;

/// <summary>One made-up video. Everything in it follows from the seed and its index.</summary>
internal sealed class VideoDraft(int seed, int index)
{
    private static readonly DateTimeOffset FirstDay = new(2025, 9, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Spacing = TimeSpan.FromMinutes(11);

    private readonly SeededRandom _random = new(seed, index);

    /// <summary>The properties in the order of the document, as the API sends them.</summary>
    public JObject ToJson()
    {
        var stage = VideoStage.At(seed, index, _random);
        var seconds = 4 + _random.Below(57);
        var isFast = _random.OneIn(3);
        var created = FirstDay + (index * Spacing) + TimeSpan.FromMicroseconds(_random.Below(600_000_000));
        var updated = created + TimeSpan.FromSeconds(stage.HasJob ? seconds * 6 : 1) + TimeSpan.FromMicroseconds(_random.Below(1_000_000));
        var video = new JObject
        {
            ["id"] = _random.Uuid(),
            ["created_at"] = Text(created),
            ["updated_at"] = Text(updated),
            ["name"] = OrNull(_random.Pick(SampleText.Names)),
            ["audio"] = Media("audio", _random.Pick(SampleText.AudioTypes)),
            ["image"] = Media("images", _random.Pick(SampleText.ImageTypes)),
        };
        if (!_random.OneIn(3))
        {
            video["text_prompt"] = _random.Pick(SampleText.Prompts);
        }

        video["prompt_guidance_scale"] = _random.OneIn(2) ? 1.0 : _random.Below(101) / 10.0;
        video["model_version"] = isFast ? "aurora_v1_fast" : "aurora_v1";
        video["video_output"] = OrNull(stage.IsDone ? Media("videos", "mp4") : null);
        video["credits_used"] = stage.IsCharged ? seconds * (isFast ? 0.5 : 1.0) : 0.0;
        video["duration"] = seconds;
        // CUSTOM: the document gives no range; here 1.0 is complete.
        video["progress"] = (stage.Progress.Low + _random.Below(stage.Progress.High - stage.Progress.Low + 1)) / 100.0;
        video["failed_reason"] = stage.Reasons.Count > 0 ? _random.Pick(stage.Reasons) : "";
        video["media_job"] = OrNull(stage.HasJob ? _random.Uuid() : null);
        video["status"] = stage.Status;
        video["is_hidden"] = _random.OneIn(8);
        video["webhook_url"] = OrNull(_random.OneIn(3) ? $"https://hooks.example.com/aurora/{_random.Uuid()}" : null);
        video["preview"] = OrNull(stage.IsDone ? Media("previews", "jpg") : null);
        video["editor_url"] = OrNull(stage.IsDone && _random.OneIn(6) ? EditorUrl() : null);
        return video;
    }

    // A plain assignment would make a token of type String with a null in it.
    private static JValue OrNull(string? text) => text is null ? JValue.CreateNull() : new JValue(text);

    private string Media(string folder, string type) => $"https://media.example.com/accounts/demo/aurora/{folder}/{_random.Uuid()}.{type}";

    private string EditorUrl() => $"https://app.example.com/editor/{_random.Uuid()}?expires=86400";

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
