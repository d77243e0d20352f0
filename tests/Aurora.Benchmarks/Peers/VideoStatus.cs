using System.Text.Json.Serialization;

namespace Aurora.Benchmarks.Peers;

[JsonConverter(typeof(JsonStringEnumConverter<VideoStatus>))]
internal enum VideoStatus
{
    [JsonStringEnumMemberName("pending")]
    Pending,

    [JsonStringEnumMemberName("in_queue")]
    InQueue,

    [JsonStringEnumMemberName("running")]
    Running,

    [JsonStringEnumMemberName("failed")]
    Failed,

    [JsonStringEnumMemberName("done")]
    Done,

    [JsonStringEnumMemberName("rejected")]
    Rejected,
}
