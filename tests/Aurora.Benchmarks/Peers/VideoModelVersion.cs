using System.Text.Json.Serialization;

namespace Aurora.Benchmarks.Peers;

[JsonConverter(typeof(JsonStringEnumConverter<VideoModelVersion>))]
internal enum VideoModelVersion
{
    [JsonStringEnumMemberName("aurora_v1")]
    AuroraV1,

    [JsonStringEnumMemberName("aurora_v1_fast")]
    AuroraV1Fast,
}
