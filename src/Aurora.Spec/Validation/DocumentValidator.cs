namespace Aurora.Spec.Validation;

/// <summary>Validates a document against OpenAPI 3.0 and the additional requirements of the generator.</summary>
internal static class DocumentValidator
{
    private const int MostFindings = 100;

    /// <exception cref="SpecException">The document breaks a rule. Each finding is a line: <c>name:line: pointer: message</c>.</exception>
    public static void EnsureValid(SpecDocument document)
    {
        OpenApiVersionRule.Ensure(document);
        var unreadable = ValueRule.Findings(document).ToList();
        var own = unreadable
            .Concat(ReferenceRule.Findings(document))
            .Concat(OperationRule.Findings(document))
            .Concat(PathParameterRule.Findings(document))
            .Concat(SecurityRule.Findings(document))
            .Concat(LineSeparatorRule.Findings(document))
            .ToList();
        var reported = own.Select(finding => finding.Pointer).ToHashSet();
        // The library stops at the first invalid value without saying where it is.
        var others = unreadable.Count > 0 ? [] : OpenApiLibrary.Findings(document);
        var findings = own
            .Concat(others.Where(finding => !reported.Contains(finding.Pointer)))
            .Distinct()
            .OrderBy(finding => finding.Line)
            .ToList();
        if (findings.Count > 0)
            throw new SpecException([.. Lines(document, findings)]);
    }

    private static IEnumerable<string> Lines(SpecDocument document, List<Finding> findings)
    {
        foreach (var finding in findings.Take(MostFindings))
            yield return $"{document.Name}:{finding.Line}: {finding.Pointer}: {finding.Message}";
        if (findings.Count > MostFindings)
            yield return $"And {findings.Count - MostFindings} more.";
        yield return "Ask the vendor to fix the document. The committed document must be identical to theirs.";
    }
}

/// <summary>A problem in a document.</summary>
/// <param name="Line">The line of the node, or of its nearest existing parent.</param>
internal sealed record Finding(int Line, string Pointer, string Message)
{
    public static Finding At(SpecNode node, string message) => new(node.Line, node.Pointer, message);

    public static Finding At(SpecNode root, string pointer, string message) => new(Nearest(root, pointer).Line, pointer, message);

    private static SpecNode Nearest(SpecNode root, string pointer) =>
        JsonPointer.Find(root, pointer) ?? (pointer.LastIndexOf('/') is >= 0 and var slash ? Nearest(root, pointer[..slash]) : root);
}

/// <summary>Checks that the document is OpenAPI 3.0. NSwag 14.7.1 would silently omit parts of any other version.</summary>
internal static partial class OpenApiVersionRule
{
    private const string WayOut = "Ask the vendor for OpenAPI 3.0, or convert the document to it.";

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
