namespace Aurora.Cli.Tests.Downloads;

/// <summary>A request to a storage host.</summary>
internal sealed record StorageRequest(string Path, IReadOnlyDictionary<string, string> Headers)
{
    public string? Range => Headers.GetValueOrDefault("Range");

    public string? IfRange => Headers.GetValueOrDefault("If-Range");
}
