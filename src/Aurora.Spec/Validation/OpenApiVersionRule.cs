namespace Aurora.Spec.Validation;

/// <summary>Checks that the document is OpenAPI 3.0. NSwag 14.7.1 would silently omit parts of any other version.</summary>
internal static partial class OpenApiVersionRule
{
    private const string WayOut = "Ask the vendor for OpenAPI 3.0, or convert the document to it.";

    /// <exception cref="SpecException">The document has another version, so the other rules do not apply.</exception>
    public static void Ensure(SpecDocument document)
    {
        if (document.Root["swagger"] is { } swagger)
            throw Refuse(document, swagger, $"Swagger {swagger.Text} is not supported, only OpenAPI 3.0.");
        if (document.Root["openapi"] is not { } version)
            throw Refuse(document, document.Root, "the key 'openapi' with the version is missing.");
        if (!Supported().IsMatch(version.Text))
            throw Refuse(document, version, $"OpenAPI {version.Text} is not supported, only 3.0.");
    }

    private static SpecException Refuse(SpecDocument document, SpecNode node, string message) =>
        new($"{document.Name}:{node.Line}: {node.Pointer}: {message}", WayOut);

    [GeneratedRegex(@"\A3\.0\.[0-9]+\z")]
    private static partial Regex Supported();
}
