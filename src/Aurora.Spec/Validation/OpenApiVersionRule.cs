using System.Text.RegularExpressions;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Validation;

/// <summary>The generator, NSwag 14.7.1, reads OpenAPI 3.0. Of any other version it would make something, and not say what it left out.</summary>
internal static partial class OpenApiVersionRule
{
    private const string WayOut = "Ask the vendor for OpenAPI 3.0, or convert the document to it.";

    /// <exception cref="SpecException">The document is of another version. Nothing else is worth saying of it then.</exception>
    public static void Ensure(SpecDocument document)
    {
        if (document.Root["swagger"] is { } swagger)
            throw Refuse(document, swagger, $"Swagger {swagger.Text} is not read, only OpenAPI 3.0.");
        if (document.Root["openapi"] is not { } version)
            throw Refuse(document, document.Root, "there is no 'openapi' with a version.");
        if (!Supported().IsMatch(version.Text))
            throw Refuse(document, version, $"OpenAPI {version.Text} is not read, only 3.0: the generator knows no other.");
    }

    private static SpecException Refuse(SpecDocument document, SpecNode node, string message) =>
        new($"{document.Name}:{node.Line}: {node.Pointer}: {message}", WayOut);

    [GeneratedRegex(@"\A3\.0\.[0-9]+\z")]
    private static partial Regex Supported();
}
