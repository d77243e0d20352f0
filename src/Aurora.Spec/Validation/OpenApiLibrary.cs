using System.Text.RegularExpressions;
using Aurora.Spec.Documents;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using JsonPointer = Aurora.Spec.Documents.JsonPointer;

namespace Aurora.Spec.Validation;

/// <summary>What Microsoft.OpenApi finds in a document: wrong types, words that OpenAPI does not know, what it requires.</summary>
internal static partial class OpenApiLibrary
{
    public static IEnumerable<Finding> Findings(SpecDocument document)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        OpenApiDiagnostic? diagnostic;
        try
        {
            diagnostic = OpenApiDocument.Parse(EscapedPairs.Join(document.Text), OpenApiConstants.Yaml, settings).Diagnostic;
        }
        // Its reader converts some values without asking first; which exception comes then depends on the value.
#pragma warning disable CA1031
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return [Finding.At(document.Root, $"Microsoft.OpenApi cannot read the document: {exception.Message}")];
        }

        // Its reader follows no reference into a part of a schema; ReferenceRule follows all of them.
        return (diagnostic?.Errors ?? []).Concat(diagnostic?.Warnings ?? []).Select(error => Of(document, error))
            .Where(finding => !finding.Pointer.EndsWith("/$ref", StringComparison.Ordinal));
    }

    private static Finding Of(SpecDocument document, OpenApiError error)
    {
        var unknown = UnknownMember().Match(error.Message);
        var pointer = unknown.Success
            ? $"{unknown.Groups["pointer"].Value}/{JsonPointer.Escape(unknown.Groups["member"].Value)}"
            : string.IsNullOrEmpty(error.Pointer) ? "#" : error.Pointer;
        return Finding.At(document.Root, pointer, unknown.Success ? $"'{unknown.Groups["member"].Value}' is no word of OpenAPI 3.0." : error.Message);
    }

    [GeneratedRegex(@"\A(?<member>.+) is not a valid property at (?<pointer>#.*)\z", RegexOptions.Singleline)]
    private static partial Regex UnknownMember();
}
