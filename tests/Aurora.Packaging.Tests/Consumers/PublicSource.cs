using NuGet.Configuration;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>The package source of this machine. It must not appear in test output.</summary>
internal static class PublicSource
{
    public static string Address { get; } = new PackageSourceProvider(Settings.LoadDefaultSettings(root: null)).LoadPackageSources()
        .FirstOrDefault(source => source is { IsEnabled: true, IsLocal: false })?.Source
        ?? throw new InvalidOperationException("NuGet has no enabled package source. Fix: add one with dotnet nuget add source.");

    /// <summary>Replaces the host name of the package source in a text.</summary>
    public static string Hide(string text) =>
        text.Replace(new Uri(Address).Host, new Uri(ReadmeConfiguration.Public).Host, StringComparison.OrdinalIgnoreCase);
}
