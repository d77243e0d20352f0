namespace Aurora.Benchmarks.Peers;

/// <summary>The names of the peers in the table.</summary>
internal static class PeerNames
{
    public const string Aurora = "Aurora";
    public const string SystemTextJson = "System.Text.Json";
    public const string NSwag = "NSwag";
    public const string Refit = "Refit";
    public const string RestSharp = "RestSharp";
    public const string Flurl = "Flurl";
    public const string Kiota = "Kiota";
    public const string NoParsing = "no parsing";

    /// <summary>The client's assembly for netstandard2.0.</summary>
    public const string NetStandard = "netstandard2.0";

    public static IReadOnlyList<string> Reading { get; } = [Aurora, SystemTextJson, NSwag];

    public static IReadOnlyList<string> Calls { get; } = [Aurora, SystemTextJson, NSwag, Refit, RestSharp, Flurl, Kiota, NoParsing];

    /// <summary>The peers of the calls over TLS.</summary>
    public static IReadOnlyList<string> Tls { get; } = [Aurora, SystemTextJson, NoParsing];

    /// <summary>The peers that can return videos while the response arrives.</summary>
    public static IReadOnlyList<string> Streams { get; } = [Aurora, SystemTextJson];
}
