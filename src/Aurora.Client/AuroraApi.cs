namespace Aurora.Client;

/// <summary>
/// What <c>openapi/aurora.yaml</c> says in prose, or in places that the generator does not read. A contract test
/// holds every member to the document.
/// </summary>
public static class AuroraApi
{
    /// <summary>The most ids that one request may name: "Maximum 100 entries allowed" in the description of <c>ids</c>.</summary>
    public const int MaxIds = 100;

    /// <summary>The header that carries the API ID: the security scheme <c>X-API-ID</c>.</summary>
    public const string IdHeader = "X-API-ID";

    /// <summary>The header that carries the API key: the security scheme <c>X-API-KEY</c>.</summary>
    public const string KeyHeader = "X-API-KEY";

    /// <summary>The path of the operation <c>aurora_list</c>, with the trailing slash that the API insists on.</summary>
    public const string ListPath = "/api/aurora/";

    // CUSTOM: the document names no server; this is the vendor's.
    /// <summary>The address of the vendor's API.</summary>
    public static Uri DefaultBaseAddress { get; } = new("https://api.creatify.ai/");
}
