using NuGet.Configuration;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>Where this machine gets its packages from; no test prints it.</summary>
internal static class PublicSource
{
    public static string Address { get; } = new PackageSourceProvider(Settings.LoadDefaultSettings(root: null)).LoadPackageSources()
        .FirstOrDefault(source => source is { IsEnabled: true, IsLocal: false })?.Source
        ?? throw new InvalidOperationException("NuGet has no source here that is enabled. Add one: dotnet nuget add source --help");

    /// <summary>The text as it may be shown.</summary>
    public static string Hide(string text) =>
        text.Replace(new Uri(Address).Host, new Uri(ReadmeConfiguration.Public).Host, StringComparison.OrdinalIgnoreCase);
}
