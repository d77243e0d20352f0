using System.Text.Json.Serialization;
using Aurora.Client;

namespace Aurora.Benchmarks.Peers;

/// <summary>The context with which a caller writes the client's videos without reflection.</summary>
[JsonSerializable(typeof(IReadOnlyList<AuroraFlow>))]
internal sealed partial class AuroraJsonContext : JsonSerializerContext;
