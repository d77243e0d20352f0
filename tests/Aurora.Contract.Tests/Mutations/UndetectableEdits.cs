using System.Text.RegularExpressions;

namespace Aurora.Contract.Tests.Mutations;

/// <summary>Lists the edits that a client cannot detect, or does not have to detect, and the reasons.</summary>
internal static class UndetectableEdits
{
    private static readonly (Regex Description, string Reason)[] Reasons =
    [
        (Matching("/(description|title|summary)( = .*)?$"), "The value is prose."),
        (Matching("^(without )?#/(openapi|info)\\b"), "It describes the document itself."),
        (Matching("/tags\\b"), "It only groups operations."),
        (Matching("/readOnly( = false)?$"), "Read-only values are read like any other values."),
        (Matching("/maxLength( = 12345)?$"), "The client does not check the length of text that it reads."),
        (Matching("^without #/(servers|security)$"), "An empty list means the same as a missing list."),
        (Matching("^without .*/parameters/[0-9]+/required$"), "False is the default."),
        (Matching("^without .*/parameters/[0-9]+/schema/minLength$"), "It allows more than the client sends."),
        (Matching("^without #/components/schemas/[^/]+/type$"), "The type follows from the properties or values."),
        (Matching("^without .*/(content/application~1json/schema)/type$"), "The type follows from the items."),
        (Matching("/format( = \"(uuid|date-time|uri|date)\")$"), "The format does not apply to numbers."),
        (Matching("^without .*/format$"), "A number without a format is also a double."),
    ];

    /// <summary>Returns the reason why a client cannot detect the edit, or null if it must detect the edit.</summary>
    public static string? ReasonFor(DocumentEdit edit) =>
        Array.Find(Reasons, reason => reason.Description.IsMatch(edit.Description)) is { Reason: { } reason } && !IsFormatOfText(edit) ? reason : null;

    private static bool IsFormatOfText(DocumentEdit edit) =>
        edit.Place.EndsWith("/format", StringComparison.Ordinal)
        && Spec.Documents.JsonPointer.Find(edit.Document.Root, edit.Place[..^"/format".Length])?["type"]?.Text == "string";

    private static Regex Matching(string pattern) => new(pattern, RegexOptions.CultureInvariant);
}
