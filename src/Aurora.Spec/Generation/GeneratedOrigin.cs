using Aurora.Spec.Documents;
using Aurora.Spec.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurora.Spec.Generation;

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
            ? schema.SelectMany(Descendants).FirstOrDefault(candidate => candidate.Name == name && candidate.Parent?.Name == "properties") ?? schema.FirstOrDefault()
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
        var named = Descendants(document.Root).Where(node => node.Parent?.Name is "properties" or "parameters" || node.Name == "title");
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

    private static IEnumerable<SpecNode> Descendants(SpecNode node) => node.Children.SelectMany(Descendants).Prepend(node);
}
