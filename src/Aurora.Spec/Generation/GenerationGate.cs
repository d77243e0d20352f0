using Aurora.Spec.Validation;
using Microsoft.CodeAnalysis;

namespace Aurora.Spec.Generation;

/// <summary>Finds out whether a generated client compiles.</summary>
internal static class GenerationGate
{
    private const int MostErrors = 20;

    // The code of #error, whose text the templates wrote for the maintainer.
    private const string ErrorDirective = "CS1029";

    /// <returns>A line for each error, with its place in the document or in the hand-written code, and then the way out; nothing if the client compiles.</returns>
    public static IReadOnlyList<string> Errors(
        Repository repository, GeneratedClient client, IReadOnlyList<Compilation> compilations, CancellationToken cancellationToken)
    {
        var errors = compilations
            .SelectMany(compilation => compilation.GetDiagnostics(cancellationToken))
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToList();
        if (errors.Count == 0)
            return [];

        // What the templates refuse leaves broken code behind it, whose errors say nothing new.
        var refused = errors.Where(error => error.Id == ErrorDirective).ToList();
        var generated = errors.Where(error => GeneratedClient.IsGenerated(error.Location)).ToList();
        var (shown, wayOut) = (refused.Count > 0, generated.Count > 0) switch
        {
            (true, _) => (refused, "Ask the vendor for another form of it, or teach openapi/templates to express it."),
            (_, true) => (generated, "The client generated from the document does not compile: change openapi/templates so that it does."),
            _ => (errors, "The generated code compiles, but the hand-written code does not fit it: change those lines, and run it again."),
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
