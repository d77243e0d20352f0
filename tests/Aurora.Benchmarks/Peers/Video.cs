using System.Text.Json.Serialization;
using Aurora.Benchmarks.Fixtures;

namespace Aurora.Benchmarks.Peers;

/// <summary>The hand-written type for System.Text.Json, which Refit, RestSharp and Flurl.Http use too.</summary>
/// <remarks>No property is <c>required</c>, because the source generator would use a slower constructor with parameters.</remarks>
internal sealed class Video
{
    [JsonPropertyName("id")]
    public Guid Id { get; set; }

    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("audio")]
    public Uri Audio { get; set; } = null!;

    [JsonPropertyName("image")]
    public Uri Image { get; set; } = null!;

    [JsonPropertyName("text_prompt")]
    public string? TextPrompt { get; set; }

    [JsonPropertyName("prompt_guidance_scale")]
    public double PromptGuidanceScale { get; set; } = 1;

    [JsonPropertyName("model_version")]
    public VideoModelVersion ModelVersion { get; set; }

    [JsonPropertyName("video_output")]
    public string? VideoOutput { get; set; }

    [JsonPropertyName("credits_used")]
    public double CreditsUsed { get; set; }

    [JsonPropertyName("duration")]
    public int Duration { get; set; }

    [JsonPropertyName("progress")]
    public double Progress { get; set; }

    [JsonPropertyName("failed_reason")]
    public string FailedReason { get; set; } = "";

    [JsonPropertyName("media_job")]
    public Guid? MediaJob { get; set; }

    [JsonPropertyName("status")]
    public VideoStatus Status { get; set; }

    [JsonPropertyName("is_hidden")]
    public bool IsHidden { get; set; }

    [JsonPropertyName("webhook_url")]
    public Uri? WebhookUrl { get; set; }

    [JsonPropertyName("preview")]
    public string? Preview { get; set; }

    [JsonPropertyName("editor_url")]
    public string? EditorUrl { get; set; }

    public static IEnumerable<VideoFacts> Facts(object list) => ((IEnumerable<object>)list).Cast<Video>().Select(video => VideoFacts.Of(
        video.Id, video.CreatedAt, video.Name, video.Audio, video.TextPrompt, video.Status.ToString(), video.CreditsUsed, video.FailedReason, video.MediaJob, video.WebhookUrl));
}
