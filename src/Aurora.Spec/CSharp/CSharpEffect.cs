using Aurora.Spec.Versions;

namespace Aurora.Spec.CSharp;

/// <summary>What a difference of two documents does to the C# that callers compile against.</summary>
/// <param name="Bump">What it asks for by itself. A type that changes asks for a major version: callers have to change, or at least to be rebuilt.</param>
/// <param name="Text">In words, names and types in backticks: <c>property `AuroraFlow.Duration`: `int` → `double`</c>.</param>
internal sealed record CSharpEffect(VersionBump Bump, string Text)
{
    public static CSharpEffect None { get; } = new(VersionBump.None, "none");

    public static CSharpEffect Breaks(string text) => new(VersionBump.Major, text);

    public static CSharpEffect Adds(string text) => new(VersionBump.Minor, text);

    /// <summary>Callers still compile, and nothing behaves differently: documentation, or a value that is read at run time.</summary>
    public static CSharpEffect Touches(string text) => new(VersionBump.Patch, text);

    public static CSharpEffect Type(string subject, string old, string current) =>
        old == current ? None : Breaks($"{subject}: `{old}` → `{current}`");
}
