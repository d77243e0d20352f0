using System.Text.RegularExpressions;

namespace Aurora.Contract.Tests.Mutating;

/// <summary>Changes of a document that a client cannot notice, or need not, and why.</summary>
internal static class SaysNothing
{
    private static readonly (Regex What, string Why)[] Reasons =
    [
        (All("/(description|title|summary)( = .*)?$"), "It is prose."),
        (All("^(without )?#/(openapi|info)\\b"), "It is about the document itself, and the client's Specification has it as it was generated."),
        (All("/tags\\b"), "It sorts operations on a page."),
        (All("/readOnly( = false)?$"), "A value that only the API writes is read like any other."),
        (All("/maxLength( = 12345)?$"), "The client neither cuts a long text nor tells of it; both sides of the limit are replayed."),
        (All("^without #/(servers|security)$"), "It is empty, as what is not there."),
        (All("^without .*/parameters/[0-9]+/required$"), "It is false, as what is not there."),
        (All("^without .*/parameters/[0-9]+/schema/minLength$"), "It allows more than the client sends."),
        (All("^without #/components/schemas/[^/]+/type$"), "The properties, or the values, say it too."),
        (All("^without .*/(content/application~1json/schema)/type$"), "The items say it too."),
        (All("/format( = \"(uuid|date-time|uri|date)\")$"), "Where the type is a number, it is none of its formats."),
        (All("^without .*/format$"), "A number is a double with it and without."),
    ];

    /// <summary>Null where a client has to notice.</summary>
    public static string? WhyOf(DocumentEdit edit) => Array.Find(Reasons, reason => reason.What.IsMatch(edit.What)) is { Why: { } why } && !IsText(edit) ? why : null;

    private static bool IsText(DocumentEdit edit) =>
        edit.Place.EndsWith("/format", StringComparison.Ordinal) && Spec.Documents.JsonPointer.Find(edit.Document.Root, edit.Place[..^"/format".Length])?["type"]?.Text == "string";

    private static Regex All(string pattern) => new(pattern, RegexOptions.CultureInvariant);
}
