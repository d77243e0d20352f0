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

    private static SpecNode Nearest(SpecNode root, string pointer)
    {
        while (true)
        {
            if (JsonPointer.Find(root, pointer) is { } node)
                return node;
            var slash = pointer.LastIndexOf('/');
            if (slash < 0)
                return root;
            pointer = pointer[..slash];
        }
    }
}
