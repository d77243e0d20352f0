using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Seasoning;

/// <summary>The properties that tell how far a video is.</summary>
internal static class VideoStatus
{
    public const string Name = "status";
    private const string Progress = "progress";

    /// <summary>Gets the properties that a progression always controls.</summary>
    public static IReadOnlyList<string> Controlled { get; } = [Name, Progress];

    public static string? Of(JObject video) => (video[Name] as JValue)?.Value as string;

    public static double ProgressOf(JObject video) =>
        video[Progress] is JValue { Type: JTokenType.Float or JTokenType.Integer } progress ? (double)progress : 0;
}
