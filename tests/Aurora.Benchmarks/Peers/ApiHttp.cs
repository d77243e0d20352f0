using Aurora.Client;

namespace Aurora.Benchmarks.Peers;

/// <summary>The path and the headers that every peer sends to the API.</summary>
internal static class ApiHttp
{
    public const string ApiId = "benchmark-id";
    public const string ApiKey = "benchmark-key";

    /// <summary>The path of the list. It is relative to the address of an account.</summary>
    public const string ListPath = "api/aurora/";

    public static HttpClient Create(Uri address)
    {
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Add(AuroraApi.IdHeader, ApiId);
        http.DefaultRequestHeaders.Add(AuroraApi.KeyHeader, ApiKey);
        return http;
    }
}
