using Aurora.Client;

namespace Aurora.Benchmarks.Peers;

/// <summary>What every peer has to say to the API.</summary>
internal static class ApiHttp
{
    public const string ApiId = "benchmark-id";
    public const string ApiKey = "benchmark-key";

    /// <summary>Relative, so that the address before it says which account.</summary>
    public const string ListPath = "api/aurora/";

    public static HttpClient Create(Uri address)
    {
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Add(AuroraApi.IdHeader, ApiId);
        http.DefaultRequestHeaders.Add(AuroraApi.KeyHeader, ApiKey);
        return http;
    }
}
