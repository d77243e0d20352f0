using System.Text.Json;
using System.Text.Json.Serialization;
using Aurora.Cli.Json;

namespace Aurora.Cli.Drifts;

/// <summary>Writes a report as one JSON document.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DriftReport))]
internal sealed partial class DriftJson : JsonSerializerContext
{
    public static void Write(DriftReport report, TextWriter output) =>
        output.WriteLine(JsonText.Of(json => JsonSerializer.Serialize(json, report, Default.DriftReport), isIndented: true));
}
