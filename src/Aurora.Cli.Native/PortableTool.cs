using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Aurora.Cli.Native;

/// <summary>The portable build of the tool, which contains the fake API. It is in the folder <c>managed</c> or in the package of the tool.</summary>
internal static partial class PortableTool
{
    private static readonly string[] Folders =
    [
        Path.Combine(AppContext.BaseDirectory, "managed"),
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "any")),
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "any")),
    ];

    /// <summary>Runs the portable build if the command requires the fake API.</summary>
    /// <returns>The exit code, or null if the native build can run the command.</returns>
    /// <exception cref="UsageException">The portable build or the .NET runtime was not found.</exception>
    public static int? TryRun(ParseResult parsed, string[] args)
    {
        if (!RequiresFakeApi(parsed))
            return null;
        var tool = Folders.Select(folder => Path.Combine(folder, "aurora.dll")).FirstOrDefault(File.Exists) ?? throw new UsageException(
            $"The fake API requires the portable build, but aurora.dll was not found in {string.Join(" or ", Folders)}.",
            "Extract the whole archive, or install the tool with: dotnet tool install --global Aurora.Cli");
        var dotnet = FindDotnet() ?? throw new UsageException(
            "The fake API requires the .NET runtime, but dotnet was not found.",
            "Install the .NET 10 runtime with ASP.NET Core, and add dotnet to PATH or set DOTNET_ROOT to its folder.");
        return OperatingSystem.IsWindows() ? Run(dotnet, [tool, .. args]) : ReplaceProcess(dotnet, [tool, .. args]);
    }

    private static string? FindDotnet() =>
        new[] { Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "" }.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
            .FirstOrDefault(File.Exists);

    private static bool RequiresFakeApi(ParseResult parsed) =>
        parsed.Action == parsed.CommandResult.Command.Action
        && (parsed.CommandResult.Command.Name == "mock"
            || (parsed.CommandResult.Command.Options.OfType<Option<bool>>().FirstOrDefault(option => option.Name == "--demo") is { } demo
                && parsed.GetValue(demo)));

    // Replacing the process keeps its id, its signals and its terminal.
    private static int ReplaceProcess(string dotnet, string[] args)
    {
        _ = Execute(dotnet, [dotnet, .. args, null]);
        throw new UsageException($"The fake API requires the .NET runtime, but {dotnet} cannot be run: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    private static int Run(string dotnet, string[] args)
    {
        // Both processes receive Ctrl+C, and this one must wait for the other.
        Console.CancelKeyPress += (_, keyPress) => keyPress.Cancel = true;
        using var tool = Process.Start(new ProcessStartInfo(dotnet, args))!;
        tool.WaitForExit();
        return tool.ExitCode;
    }

    [LibraryImport("libc", EntryPoint = "execv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(string file, string?[] arguments);
}
