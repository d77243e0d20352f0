using Aurora.Cli.Terminals;
using Aurora.Client;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Drift;

/// <summary>A check for a program. The names are promised: scripts rely on them.</summary>
internal static class DriftJson
{
    public static void Write(DriftReport report, TextWriter output) => output.WriteLine(new JObject
    {
        ["base_address"] = report.Address.AbsoluteUri,
        ["asked_at"] = report.AskedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["document"] = new JObject
        {
            ["title"] = AuroraClient.Specification.Title,
            ["version"] = AuroraClient.Specification.Version,
            ["sha256"] = AuroraClient.Specification.Sha256,
        },
        ["videos_read"] = report.Videos,
        ["drift"] = new JArray(report.Rows.Select(row => new JObject
        {
            ["kind"] = row.Kind,
            ["path"] = TerminalText.Clean(row.Path),
            ["count"] = row.Count,
            ["found"] = row.Example,
        })),
        ["left_out"] = report.LeftOut,
    }.ToString(Formatting.Indented));
}
