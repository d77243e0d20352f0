using System.Text.Json.Serialization;
using Aurora.Cli.Connections;

namespace Aurora.Cli.Profiles;

/// <summary>The keys that <c>aurora login</c> stores, and the address of the API if it is not the vendor's.</summary>
internal sealed record Profile(string ApiId, string ApiKey, string? BaseUrl)
{
    [JsonIgnore]
    public ApiKeys Keys => new(ApiId, ApiKey);

    // The default of a record shows the keys.
    public override string ToString() => $"Profile for {BaseUrl ?? "the vendor's address"}";
}
