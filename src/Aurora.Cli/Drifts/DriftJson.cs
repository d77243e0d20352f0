using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Aurora.Cli.Drifts;

/// <summary>A report as one JSON document.</summary>
internal static class DriftJson
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        ContractResolver = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy() },
        DateFormatString = "yyyy-MM-dd'T'HH:mm:ss'Z'",
        Formatting = Formatting.Indented,
    };

    public static void Write(DriftReport report, TextWriter output) => output.WriteLine(JsonConvert.SerializeObject(report, Settings));
}
