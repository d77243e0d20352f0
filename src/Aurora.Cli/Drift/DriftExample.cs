using System.Text.RegularExpressions;
using Aurora.Client;

namespace Aurora.Cli.Drift;

/// <summary>What may be shown of an answer: reports are mailed and kept, and videos hold names, prompts and addresses.</summary>
internal static partial class DriftExample
{
    public static string Of(SchemaDrift drift) => drift.Kind switch
    {
        SchemaDriftKind.Missing => "nothing",
        SchemaDriftKind.Null => "null",
        SchemaDriftKind.UnknownValue => Identifier().IsMatch(drift.Found) ? drift.Found : "a text",
        SchemaDriftKind.WrongType or SchemaDriftKind.Malformed => drift.Found,
        _ => "",
    };

    // What an API may list one day; anything longer, or with a blank in it, may be a person's words.
    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,39}$")]
    private static partial Regex Identifier();
}
