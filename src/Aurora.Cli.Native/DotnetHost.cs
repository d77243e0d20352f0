namespace Aurora.Cli.Native;

/// <summary>The program <c>dotnet</c> of this machine.</summary>
internal static class DotnetHost
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>The one of <c>DOTNET_ROOT</c>, or else the first in <c>PATH</c>; null if there is none.</summary>
    public static string? Find(Func<string, string?> variable) =>
        new[] { variable("DOTNET_ROOT") ?? "" }.Concat((variable("PATH") ?? "").Split(Path.PathSeparator))
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, Name))
            .FirstOrDefault(File.Exists);
}
