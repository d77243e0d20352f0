using System.Text.Json.Serialization;

namespace Aurora.Benchmarks.Peers;

/// <summary>The context that the source generator of System.Text.Json creates for <see cref="Video"/>.</summary>
[JsonSerializable(typeof(List<Video>))]
[JsonSerializable(typeof(Video))]
internal sealed partial class VideoJsonContext : JsonSerializerContext;
