using Aurora.Spec.Documents;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Aurora.Spec.Validation;

/// <summary>Whether a document is one that the client can be generated from.</summary>
internal static class DocumentValidator
{
    private const int MostFindings = 20;

    /// <exception cref="SpecException">It is not. Each finding is a line, with its place in the document.</exception>
    public static void EnsureValid(SpecDocument document)
    {
        EnsureVersion(document);
        var findings = new ReferenceRules(document).Findings().Concat(OperationRules.Findings(document)).Concat(Specification(document))
            .Select(finding => $"{document.PlaceOf(finding.Node)}: {finding.Node.Pointer}: {finding.Message}")
            .Distinct()
            .ToList();
        if (findings.Count > 0)
            throw new SpecException([.. findings.Take(MostFindings), .. findings.Count > MostFindings ? [$"And {findings.Count - MostFindings} more."] : (string[])[],
                "Nothing can be generated from a document with errors. Tell the vendor, and mend a copy of the document meanwhile."]);
    }

    private static void EnsureVersion(SpecDocument document)
    {
        if (document.Root["swagger"] is { } swagger)
            throw new SpecException($"{document.PlaceOf(swagger)}: it is an OpenAPI {swagger.Text} document (Swagger).", "The generator reads OpenAPI 3.0. Ask the vendor for that, or convert it.");
        if (document.Root["openapi"] is not { } version)
            throw new SpecException($"{document.Name}: it is no OpenAPI document: there is no key 'openapi'.", "An OpenAPI document begins with 'openapi: 3.0.3' or the like.");
        if (!version.Text.StartsWith("3.0.", StringComparison.Ordinal))
            throw new SpecException($"{document.PlaceOf(version)}: it is an OpenAPI {version.Text} document.", "The generator reads OpenAPI 3.0 alone: what later versions say otherwise (null as a type, examples) it would lose. Ask the vendor for 3.0, or convert it.");
    }

    private static IEnumerable<Finding> Specification(SpecDocument document)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        OpenApiDiagnostic? diagnostic = null;
        string? failure = null;
        try
        {
            diagnostic = OpenApiDocument.Parse(document.Text, "yaml", settings).Diagnostic;
        }
        // The reader parses some numbers without looking at them first.
        catch (Exception exception) when (exception is FormatException or OverflowException or OpenApiException or InvalidOperationException or ArgumentException)
        {
            failure = exception.Message;
        }

        if (failure is not null)
            return [new Finding(document.Root, failure)];
        return (diagnostic?.Errors ?? []).Concat(diagnostic?.Warnings ?? []).Select(error => FindingOf(document, error));
    }

    // Some have the pointer in their own field, some at the end of the message.
    private static Finding FindingOf(SpecDocument document, OpenApiError error)
    {
        var message = error.Message;
        var pointer = error.Pointer;
        if (string.IsNullOrEmpty(pointer) && message.LastIndexOf(" at #/", StringComparison.Ordinal) is > 0 and var at)
            (pointer, message) = (message[(at + " at ".Length)..], message[..at]);
        return new Finding(Nearest(document, pointer ?? "#"), message);
    }

    private static SpecNode Nearest(SpecDocument document, string pointer)
    {
        while (pointer.Length > 1)
        {
            if (Documents.JsonPointer.Find(document.Root, pointer) is { } node)
                return node;
            pointer = pointer[..Math.Max(1, pointer.LastIndexOf('/'))];
        }

        return document.Root;
    }
}
