using System.Text.Json.Serialization;
using Aurora.Client;

namespace Aurora.Benchmarks.Peers;

/// <summary>What a caller writes to have our videos written without reflection.</summary>
[JsonSerializable(typeof(IReadOnlyList<AuroraFlow>))]
internal sealed partial class AuroraJsonContext : JsonSerializerContext;
