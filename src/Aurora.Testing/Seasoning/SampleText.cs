namespace Aurora.Testing.Seasoning;

/// <summary>Sample names, prompts and failure reasons.</summary>
internal static class SampleText
{
    public static IReadOnlyList<string?> Names { get; } =
    [
        "Spring launch, founder to camera",
        "Onboarding 01: welcome",
        "Onboarding 02: your first project",
        "Product tour (EN)",
        "Product tour (DE), Größenberater",
        "Démo boutique, été",
        "春のキャンペーン 15秒",
        "Black Friday teaser 🎉",
        "Podcast clip #48 \"on pricing\"",
        "Weekly update",
        null,
        null,
    ];

    public static IReadOnlyList<string> Prompts { get; } =
    [
        "Warm studio light, slow push-in, the speaker smiles at the end and nods once.",
        "Handheld camera in a busy café, shallow depth of field, natural gestures with both hands.",
        "Calm presenter in front of a white wall, eye contact throughout, soft key light from the left.",
        "Golden hour on a rooftop, wind in the hair, upbeat mood, medium close-up.",
        "Neutral news desk, steady frame, serious expression, minimal head movement.",
    ];

    public static IReadOnlyList<string> Failures { get; } =
    [
        "Rendering stopped unexpectedly. The credits have been returned.",
        "No face was detected in the image.",
        "The audio file could not be downloaded: 403 Forbidden.",
    ];

    public static IReadOnlyList<string> Rejections { get; } =
    [
        "The audio is longer than 5 minutes.",
        "The image did not pass content moderation.",
    ];

    public static IReadOnlyList<string> AudioTypes { get; } = ["mp3", "wav"];

    public static IReadOnlyList<string> ImageTypes { get; } = ["png", "jpg", "jpeg", "webp"];
}
