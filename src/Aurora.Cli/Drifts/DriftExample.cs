using System.Text.RegularExpressions;

namespace Aurora.Cli.Drifts;

/// <summary>Selects what may be shown of a value: its JSON type, or the text of an unknown enum value that looks like an identifier.</summary>
internal static partial class DriftExample
{
    public const string NotAnIdentifier = "(not an identifier)";

    public static string? Of(SchemaDrift drift) => drift switch
    {
        { Found: "" } => null,
        { Kind: SchemaDriftKind.UnknownValue } => IsIdentifier(drift.Found) ? drift.Found : NotAnIdentifier,
        _ => drift.Found,
    };

    /// <summary>Returns whether a text looks like a name. The id of a person or a video also looks like one, and is excluded.</summary>
    public static bool IsIdentifier(string text) => Identifier().IsMatch(text) && !Guid.TryParse(text, out _);

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,31}\z")]
    private static partial Regex Identifier();
}
