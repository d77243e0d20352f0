using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aurora.Spec.Diffing;

namespace Aurora.Spec.Reports;

/// <summary>Differences for a program. The names are promised: scripts rely on them.</summary>
internal static class DifferenceJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        // It goes to a terminal or a file, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(IReadOnlyList<Difference> differences, TextWriter output) => output.WriteLine(new JsonObject
    {
        ["bump"] = Lower(DifferenceSummary.Bump(differences)),
        ["breaking"] = differences.Any(difference => difference.IsBreaking),
        ["differences"] = new JsonArray([.. differences.Select(Node)]),
    }.ToJsonString(Options));

    private static JsonNode Node(Difference difference) => new JsonObject
    {
        ["rule"] = difference.Rule.Id,
        ["level"] = Upper(difference.Rule.Level),
        ["oasdiff_level"] = difference.Rule.IsOurs ? null : Upper(difference.Rule.Oasdiff ?? difference.Rule.Level),
        ["pointer"] = difference.Pointer,
        ["where"] = difference.Where,
        ["old"] = Side(difference.OldText, difference.Old?.Pointer, difference.OldLine),
        ["new"] = Side(difference.CurrentText, difference.Current?.Pointer, difference.CurrentLine),
        ["bump"] = Lower(difference.Bump),
    };

    private static JsonObject? Side(string text, string? pointer, int? line) =>
        pointer is null && text.Length == 0 ? null : new JsonObject { ["text"] = text, ["pointer"] = pointer, ["line"] = line };

    private static string Upper(Level level) => level.ToString().ToUpperInvariant();

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();
}
