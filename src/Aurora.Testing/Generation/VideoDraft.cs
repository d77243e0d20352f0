using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Generation;

/// <summary>One made-up video. Everything in it follows from the seed and its index, and from its stage where that is given.</summary>
internal sealed class VideoDraft(int seed, int index, VideoStage? given = null)
{
    private static readonly DateTimeOffset FirstDay = new(2025, 9, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Spacing = TimeSpan.FromMinutes(11);

    private readonly SeededRandom _random = new(seed, index);

    /// <summary>The properties in the order of the document, as the API sends them.</summary>
    public JObject ToJson()
    {
        var stage = given ?? VideoStage.At(seed, index, _random);
        var seconds = 4 + _random.Below(57);
        var isFast = _random.OneIn(3);
        var created = FirstDay + (index * Spacing) + TimeSpan.FromMicroseconds(_random.Below(600_000_000));
        var updated = created + TimeSpan.FromSeconds(stage.HasJob ? seconds * 6 : 1) + TimeSpan.FromMicroseconds(_random.Below(1_000_000));
        var video = new JObject
        {
            ["id"] = _random.Uuid(),
            ["created_at"] = SampleJson.Time(created),
            ["updated_at"] = SampleJson.Time(updated),
            ["name"] = SampleJson.OrNull(_random.Pick(SampleText.Names)),
            ["audio"] = SampleJson.Media(_random, "audio", _random.Pick(SampleText.AudioTypes)),
            ["image"] = SampleJson.Media(_random, "images", _random.Pick(SampleText.ImageTypes)),
        };
        if (!_random.OneIn(3))
        {
            video["text_prompt"] = _random.Pick(SampleText.Prompts);
        }

        video["prompt_guidance_scale"] = _random.OneIn(2) ? 1.0 : _random.Below(101) / 10.0;
        video["model_version"] = isFast ? "aurora_v1_fast" : "aurora_v1";
        video["video_output"] = SampleJson.OrNull(stage.IsDone ? SampleJson.Media(_random, "videos", "mp4") : null);
        video["credits_used"] = stage.IsCharged ? SampleJson.Credits(seconds, isFast) : 0.0;
        video["duration"] = seconds;
        // CUSTOM: the document gives no range; here 1.0 is complete.
        video["progress"] = (stage.Progress.Low + _random.Below(stage.Progress.High - stage.Progress.Low + 1)) / 100.0;
        video["failed_reason"] = stage.Reasons.Count > 0 ? _random.Pick(stage.Reasons) : "";
        video["media_job"] = SampleJson.OrNull(stage.HasJob ? _random.Uuid() : null);
        video["status"] = stage.Status;
        video["is_hidden"] = _random.OneIn(8);
        video["webhook_url"] = SampleJson.OrNull(_random.OneIn(3) ? $"https://hooks.example.com/aurora/{_random.Uuid()}" : null);
        video["preview"] = SampleJson.OrNull(stage.IsDone ? SampleJson.Media(_random, "previews", "jpg") : null);
        video["editor_url"] = SampleJson.OrNull(stage.IsDone && _random.OneIn(6) ? SampleJson.EditorUrl(_random) : null);
        return video;
    }
}
