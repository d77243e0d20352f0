using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using JsonPointer = Aurora.Spec.Documents.JsonPointer;

namespace Aurora.Spec.Validation;

/// <summary>Returns the findings of Microsoft.OpenApi: wrong types, unknown keys, and missing required keys.</summary>
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
        // The reader converts some values without a check, and the type of the exception depends on the value.
#pragma warning disable CA1031
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return [Finding.At(document.Root, $"Microsoft.OpenApi cannot read the document: {exception.Message}")];
        }

        // The reader does not resolve a reference to a part of a schema. ReferenceRule resolves all references.
        return (diagnostic?.Errors ?? []).Concat(diagnostic?.Warnings ?? []).Select(error => Of(document, error))
            .Where(finding => !finding.Pointer.EndsWith("/$ref", StringComparison.Ordinal));
    }

    private static Finding Of(SpecDocument document, OpenApiError error)
    {
        var unknown = UnknownMember().Match(error.Message);
        var pointer = unknown.Success
            ? $"{unknown.Groups["pointer"].Value}/{JsonPointer.Escape(unknown.Groups["member"].Value)}"
            : string.IsNullOrEmpty(error.Pointer) ? "#" : error.Pointer;
        return Finding.At(document.Root, pointer, unknown.Success ? $"'{unknown.Groups["member"].Value}' is not a key of OpenAPI 3.0." : error.Message);
    }

    [GeneratedRegex(@"\A(?<member>.+) is not a valid property at (?<pointer>#.*)\z", RegexOptions.Singleline)]
    private static partial Regex UnknownMember();
}
