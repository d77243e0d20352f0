using System.Text.Json.Serialization;
using Aurora.Cli.Connections;

namespace Aurora.Cli.Profiles;

/// <summary>What <c>aurora login</c> keeps: the keys, and where they are good, if not at the vendor's address.</summary>
internal sealed record Profile(string ApiId, string ApiKey, string? BaseUrl)
{
    [JsonIgnore]
    public ApiKeys Keys => new(ApiId, ApiKey);

    // A record would show every property.
    public override string ToString() => $"Profile for {BaseUrl ?? "the vendor's address"}";
}
