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
        var errors = compilations
            .SelectMany(compilation => compilation.GetDiagnostics(cancellationToken))
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToList();
        if (errors.Count == 0)
            return [];

        // Code that the templates refuse is incomplete, so its other errors are not shown.
        var refused = errors.Where(error => error.Id == ErrorDirective).ToList();
        var generated = errors.Where(error => GeneratedClient.IsGenerated(error.Location)).ToList();
        var (shown, wayOut) = (refused.Count > 0, generated.Count > 0) switch
        {
            (true, _) => (refused, "Ask the vendor for another form, or add support for it to openapi/templates."),
            (_, true) => (generated, "The generated client does not compile. Fix openapi/templates."),
            _ => (errors, "The generated code compiles, but the hand-written code does not match it. Change these lines, and run the command again."),
        };
        var lines = shown.Select(error => Line(repository, client, error)).Distinct().ToList();
        if (lines.Count > MostErrors)
            lines = [.. lines.Take(MostErrors), $"And {lines.Count - MostErrors} more."];
        return [.. lines, wayOut];
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
