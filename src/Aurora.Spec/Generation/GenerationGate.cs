using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurora.Spec.Generation;

/// <summary>Reports the errors of a generated client that does not compile.</summary>
internal static class GenerationGate
{
    private const int MostErrors = 20;

    // The code of #error. The templates write its text for the maintainer.
    private const string ErrorDirective = "CS1029";

    /// <returns>A line for each error, with its place in the document or in the hand-written code, and a last line with the fix; empty if the client compiles.</returns>
    public static IReadOnlyList<string> Errors(
        Repository repository, GeneratedClient client, IReadOnlyList<Compilation> compilations, CancellationToken cancellationToken)
    {
        // Parsing finds what the templates refuse. The rest of such code is incomplete, so its other errors are not searched.
        var refused = compilations.SelectMany(compilation => compilation.SyntaxTrees).SelectMany(tree => tree.GetDiagnostics(cancellationToken))
            .Where(diagnostic => diagnostic.Id == ErrorDirective).ToList();
        if (refused.Count > 0)
            return Lines(refused, "Ask the vendor for another form, or add support for it to openapi/templates.");

        var errors = compilations
            .SelectMany(compilation => compilation.GetDiagnostics(cancellationToken))
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToList();
        if (errors.Count == 0)
            return [];
        var generated = errors.Where(error => GeneratedClient.IsGenerated(error.Location)).ToList();
        return generated.Count > 0
            ? Lines(generated, "The generated client does not compile. Fix openapi/templates.")
            : Lines(errors, "The generated code compiles, but the hand-written code does not match it. Change these lines, and run the command again.");

        IReadOnlyList<string> Lines(List<Diagnostic> shown, string wayOut)
        {
            var lines = shown.Select(error => Line(repository, client, error)).Distinct().ToList();
            return lines.Count > MostErrors ? [.. lines.Take(MostErrors), $"And {lines.Count - MostErrors} more.", wayOut] : [.. lines, wayOut];
        }
    }

    private static string Line(Repository repository, GeneratedClient client, Diagnostic error)
    {
        var message = error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        if (!GeneratedClient.IsGenerated(error.Location))
        {
            var place = error.Location.GetLineSpan();
            return string.IsNullOrEmpty(place.Path) ? $"{error.Id}: {message}" : $"{Path.GetRelativePath(repository.Root, place.Path).Replace('\\', '/')}:{place.StartLinePosition.Line + 1}: {error.Id}: {message}";
        }

        var text = error.Id == ErrorDirective ? message["#error: '".Length..^1] : $"{error.Id}: {message}";
        if (text.StartsWith("#/", StringComparison.Ordinal) && text.Split(": ", 2) is [var pointer, var refusal])
            return $"{client.Document.Name}:{Finding.At(client.Document.Root, pointer, refusal).Line}: {text}";
        return GeneratedOrigin.Find(client.Document, error.Location) is { } origin
            ? $"{client.Document.Name}:{origin.Line}: {origin.Pointer}: {text}"
            : $"{client.Document.Name}: {text} ({error.Location.GetLineSpan()})";
    }
}

/// <summary>Finds the part of a document from which code was generated.</summary>
internal static class GeneratedOrigin
{
    /// <returns>The operation, property or schema; null if the code does not belong to a single one.</returns>
    public static SpecNode? Find(SpecDocument document, Location location)
    {
        var root = location.SourceTree!.GetRoot();
        var node = root.FindToken(location.SourceSpan.Start).Parent;
        if (node?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && OperationId(method) is { } id)
            return SpecOperations.Of(document).FirstOrDefault(operation => operation["operationId"]?.Text == id);
        if (node?.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>(type => type.Identifier.Text != "JsonValue") is not { } type)
            return null;
        var schema = Schema(document, type.Identifier.Text);
        return node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } property && JsonName(property) is { } name
            ? schema.SelectMany(node => node.Descendants()).FirstOrDefault(candidate => candidate.Name == name && candidate.Parent?.Name == "properties") ?? schema.FirstOrDefault()
            : schema.FirstOrDefault();
    }

    // Each operation is generated as two methods: one makes the request, and the other sends it.
    private static string? OperationId(MethodDeclarationSyntax method)
    {
        if (method.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().FirstOrDefault(creation => creation.Type.ToString() == "AuroraRequest") is { } request)
            return Literal(request.ArgumentList?.Arguments.FirstOrDefault()?.Expression);
        var called = method.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(invocation => invocation.Expression.ToString()).ToHashSet();
        return method.Parent!.ChildNodes().OfType<MethodDeclarationSyntax>()
            .Where(other => other != method && called.Contains(other.Identifier.Text)).Select(OperationId).FirstOrDefault();
    }

    private static string? JsonName(PropertyDeclarationSyntax property) => property.AttributeLists.SelectMany(list => list.Attributes)
        .Where(attribute => attribute.Name.ToString().EndsWith("JsonProperty", StringComparison.Ordinal))
        .Select(attribute => Literal(attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression)).FirstOrDefault();

    private static string? Literal(ExpressionSyntax? expression) =>
        expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal.Token.ValueText : null;

    // An inline schema is named after its property, and often after the class of the property too.
    private static IEnumerable<SpecNode> Schema(SpecDocument document, string type)
    {
        var name = Plain(type);
        var components = document.Root.At("components", "schemas")?.Children ?? [];
        var named = document.Root.Descendants().Where(node => node.Parent?.Name is "properties" or "parameters" || node.Name == "title");
        return components.Where(node => Plain(node.Name) == name)
            .Concat(named.Where(node => Plain(node["name"]?.Text ?? node.Name) is { Length: > 0 } plain && name.EndsWith(plain, StringComparison.Ordinal)));
    }

    // StatusD69Enum, status and AuroraStatus are one name here.
    private static string Plain(string name)
    {
        var plain = new string([.. name.Where(char.IsLetterOrDigit)]);
        if (plain.EndsWith("Enum", StringComparison.Ordinal) && plain.Length > 4)
        {
            plain = plain[..^4];
            if (plain.Length > 3 && plain[^3..].All(char.IsAsciiHexDigit) && (char.IsAsciiDigit(plain[^3]) || char.IsUpper(plain[^3])))
                plain = plain[..^3];
        }

        return (plain.StartsWith("Aurora", StringComparison.Ordinal) && plain.Length > 6 ? plain[6..] : plain).ToUpperInvariant();
    }
}
