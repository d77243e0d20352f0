namespace Aurora.Spec.Diffing;

/// <summary>The rules for a deprecation; null where there is no rule.</summary>
internal sealed record DeprecationRules(
    string Deprecated, string DeprecatedWithSunset, string Reactivated, string? SunsetDeleted, string? SunsetMovedForward, string SunsetInvalid);
