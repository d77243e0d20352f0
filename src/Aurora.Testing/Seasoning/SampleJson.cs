using Aurora.Testing.Sampling;

namespace Aurora.Testing.Seasoning;

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
