namespace Aurora.Client;

/// <summary>
/// Facts that <c>openapi/aurora.yaml</c> states in prose, or in places that the generator does not read. A contract test compares every
/// member with the document.
/// </summary>
public static class AuroraApi
{
    /// <summary>The maximum number of ids in one request: "Maximum 100 entries allowed" in the description of <c>ids</c>.</summary>
    public const int MaxIds = 100;

    /// <summary>The header for the API ID: the security scheme <c>X-API-ID</c>.</summary>
    public const string IdHeader = "X-API-ID";

    /// <summary>The header for the API key: the security scheme <c>X-API-KEY</c>.</summary>
    public const string KeyHeader = "X-API-KEY";

    /// <summary>The path of the operation <c>aurora_list</c>, with the trailing slash that the API requires.</summary>
    public const string ListPath = "/api/aurora/";

    // CUSTOM: the document names no server.
    /// <summary>Gets the address of the vendor's API.</summary>
    public static Uri DefaultBaseAddress { get; } = new("https://api.creatify.ai/");
}
