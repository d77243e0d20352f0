namespace Aurora.Cli.Native;

/// <summary>Finds the <c>dotnet</c> program.</summary>
internal static class DotnetHost
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>Returns the path from <c>DOTNET_ROOT</c>, the first one from <c>PATH</c>, or null.</summary>
    public static string? Find(Func<string, string?> variable) =>
        new[] { variable("DOTNET_ROOT") ?? "" }.Concat((variable("PATH") ?? "").Split(Path.PathSeparator))
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, Name))
            .FirstOrDefault(File.Exists);
}
