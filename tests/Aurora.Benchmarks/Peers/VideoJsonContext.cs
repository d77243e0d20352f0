using System.Text.Json.Serialization;

namespace Aurora.Benchmarks.Peers;

/// <summary>What System.Text.Json's source generator makes of <see cref="Video"/>.</summary>
[JsonSerializable(typeof(List<Video>))]
[JsonSerializable(typeof(Video))]
internal sealed partial class VideoJsonContext : JsonSerializerContext;
