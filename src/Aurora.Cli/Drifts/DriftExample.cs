using System.Text.RegularExpressions;
using Aurora.Client;

namespace Aurora.Cli.Drifts;

/// <summary>What may be shown of the value that departs: its kind, or the text of an enum's value that looks like one.</summary>
internal static partial class DriftExample
{
    public const string NotAnIdentifier = "(not an identifier)";

    public static string? Of(SchemaDrift drift) => drift switch
    {
        { Found: "" } => null,
        { Kind: SchemaDriftKind.UnknownValue } => IsIdentifier(drift.Found) ? drift.Found : NotAnIdentifier,
        _ => drift.Found,
    };

    /// <summary>Returns whether a text looks like a name; the id of a person or a video can too, and is excluded.</summary>
    public static bool IsIdentifier(string text) => Identifier().IsMatch(text) && !Guid.TryParse(text, out _);

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,31}\z")]
    private static partial Regex Identifier();
}
