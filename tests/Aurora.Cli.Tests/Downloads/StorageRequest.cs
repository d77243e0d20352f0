namespace Aurora.Cli.Tests.Downloads;

/// <summary>What a storage host was asked for.</summary>
internal sealed record StorageRequest(string Path, IReadOnlyDictionary<string, string> Headers)
{
    public string? Range => Headers.GetValueOrDefault("Range");

    public string? IfRange => Headers.GetValueOrDefault("If-Range");
}
