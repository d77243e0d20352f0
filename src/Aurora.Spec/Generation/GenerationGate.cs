using Aurora.Spec.Validation;
using Microsoft.CodeAnalysis;

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
