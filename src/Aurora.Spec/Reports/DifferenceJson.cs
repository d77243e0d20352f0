using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aurora.Spec.Reports;

/// <summary>Writes a report as JSON. Scripts depend on the names.</summary>
internal static class DifferenceJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        // The output is never embedded in HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(DifferenceReport report, TextWriter output) => output.WriteLine(new JsonObject
    {
        ["bump"] = Lower(report.Bump),
        ["breaking"] = report.IsBreaking,
        ["differences"] = new JsonArray([.. report.Differences.Select(Node)]),
        ["csharp"] = report.Client is { } client ? Node(client) : null,
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

    private static JsonObject Node(ClientDifference client) => new()
    {
        ["callers"] = client.Impact is { } impact ? Snake(impact) : null,
        ["changes"] = new JsonArray([.. client.Changes.Select(Node)]),
        ["old_errors"] = new JsonArray([.. client.OldErrors]),
        ["new_errors"] = new JsonArray([.. client.CurrentErrors]),
    };

    private static JsonNode Node(MemberChange change) => new JsonObject
    {
        ["change"] = Lower(change.Kind),
        ["member"] = change.Member,
        ["old"] = change.Old,
        ["new"] = change.Current,
        ["callers"] = Snake(change.Impact),
    };

    private static string Upper(Level level) => level.ToString().ToUpperInvariant();

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();

    private static string Snake(CallerImpact impact) => JsonNamingPolicy.SnakeCaseLower.ConvertName(impact.ToString());
}
