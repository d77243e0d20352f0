namespace Aurora.Testing.Seasoning;

/// <summary>Generates one video. Its values depend only on the seed, the index and, if specified, the state.</summary>
internal sealed class GeneratedVideo(int seed, int index, VideoState? fixedState = null)
{
    private static readonly DateTimeOffset FirstDay = new(2025, 9, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Spacing = TimeSpan.FromMinutes(11);

    private readonly SeededRandom _random = new(seed, index);

    /// <summary>Gets the properties that only some videos have.</summary>
    public static IReadOnlySet<string> Optional { get; } = new HashSet<string> { "text_prompt" };

    /// <summary>Returns the earliest time at which the video at this index was created.</summary>
    public static DateTimeOffset CreatedAt(int index) => FirstDay + (index * Spacing);

    public JObject ToJson()
    {
        var state = fixedState ?? VideoState.At(seed, index, _random);
        var seconds = 4 + _random.Next(57);
        var isFast = _random.OneIn(3);
        var created = CreatedAt(index) + TimeSpan.FromMicroseconds(_random.Next(600_000_000));
        var updated = created + TimeSpan.FromSeconds(state.HasJob ? seconds * 6 : 1) + TimeSpan.FromMicroseconds(_random.Next(1_000_000));
        var video = new JObject
        {
            ["id"] = _random.NextUuid(),
            ["created_at"] = SampleJson.Time(created),
            ["updated_at"] = SampleJson.Time(updated),
            ["name"] = SampleJson.OrNull(_random.Pick(SampleText.Names)),
            ["audio"] = SampleJson.Media(_random, "audio", _random.Pick(SampleText.AudioTypes)),
            ["image"] = SampleJson.Media(_random, "images", _random.Pick(SampleText.ImageTypes)),
        };
        if (!_random.OneIn(3))
            video["text_prompt"] = _random.Pick(SampleText.Prompts);
        video["prompt_guidance_scale"] = _random.OneIn(2) ? 1.0 : _random.Next(101) / 10.0;
        video["model_version"] = isFast ? "aurora_v1_fast" : "aurora_v1";
        video["video_output"] = SampleJson.OrNull(state.IsDone ? SampleJson.Media(_random, "videos", "mp4") : null);
        video["credits_used"] = state.IsCharged ? SampleJson.Credits(seconds, isFast) : 0.0;
        video["duration"] = seconds;
        // CUSTOM: the document specifies no range. In the fake, 1.0 means complete.
        video["progress"] = (state.Progress.Min + _random.Next(state.Progress.Max - state.Progress.Min + 1)) / 100.0;
        video["failed_reason"] = state.FailureReasons.Count > 0 ? _random.Pick(state.FailureReasons) : "";
        video["media_job"] = SampleJson.OrNull(state.HasJob ? _random.NextUuid() : null);
        video["status"] = state.Status;
        video["is_hidden"] = _random.OneIn(8);
        video["webhook_url"] = SampleJson.OrNull(_random.OneIn(3) ? $"https://hooks.example.com/aurora/{_random.NextUuid()}" : null);
        video["preview"] = SampleJson.OrNull(state.IsDone ? SampleJson.Media(_random, "previews", "jpg") : null);
        video["editor_url"] = SampleJson.OrNull(state.IsDone && _random.OneIn(6) ? SampleJson.EditorUrl(_random) : null);
        return video;
    }
}

/// <summary>Formats values in the way the API does.</summary>
internal static class SampleJson
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    // Assigning a null string would create a token of type String with a null value.
    public static JValue OrNull(string? text) => text is null ? JValue.CreateNull() : new JValue(text);

    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static string Media(SeededRandom random, string folder, string type) =>
        $"{MediaUrls.PlaceholderHost}accounts/demo/aurora/{folder}/{random.NextUuid()}.{type}";

    public static string EditorUrl(SeededRandom random) => $"https://app.example.com/editor/{random.NextUuid()}?expires=86400";

    public static double Credits(int seconds, bool isFast) => seconds * (isFast ? 0.5 : 1.0);
}
