using System.Text.Json.Serialization;
using Aurora.Client;

namespace Aurora.Cli.Videos;

/// <summary>Has System.Text.Json write videos without reflection.</summary>
[JsonSerializable(typeof(AuroraFlow))]
internal sealed partial class VideoJsonContext : JsonSerializerContext;
