using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Aurora.Cli.Native;

/// <summary>The same tool for the .NET runtime, which has the fake API: beside this one in the folder <c>managed</c>, or where the tool's package has it.</summary>
internal static partial class ManagedTool
{
    private static readonly string[] Folders = [Path.Combine(AppContext.BaseDirectory, "managed"), Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "any"))];

    /// <summary>Hands the command line over if it asks for the fake API.</summary>
    /// <returns>The exit code; null if this tool serves the command line itself.</returns>
    /// <exception cref="UsageException">There is no managed tool, or no runtime for it.</exception>
    public static int? TakeOver(ParseResult parsed, string[] args)
    {
        if (!AsksForFake(parsed))
            return null;
        var tool = Folders.Select(folder => Path.Combine(folder, "aurora.dll")).FirstOrDefault(File.Exists) ?? throw new UsageException(
            $"The fake API is in the managed tool, and there is no aurora.dll in {string.Join(" or ", Folders)}.",
            "Unpack the whole archive, or install the tool that has it: dotnet tool install --global Aurora.Cli");
        var dotnet = DotnetHost.Find(Environment.GetEnvironmentVariable) ?? throw new UsageException(
            "The fake API needs the .NET runtime, and there is no dotnet here.",
            "Install the .NET 10 runtime with ASP.NET Core, and have dotnet in PATH or its folder in DOTNET_ROOT.");
        return OperatingSystem.IsWindows() ? Run(dotnet, [tool, .. args]) : Become(dotnet, [tool, .. args]);
    }

    private static bool AsksForFake(ParseResult parsed) =>
        parsed.Action == parsed.CommandResult.Command.Action
        && (parsed.CommandResult.Command.Name == "mock"
            || parsed.CommandResult.Command.Options.OfType<Option<bool>>().FirstOrDefault(option => option.Name == "--demo") is { } demo && parsed.GetValue(demo));

    // The process stays the same one: its id, its signals and its terminal.
    private static int Become(string dotnet, string[] args)
    {
        _ = Execute(dotnet, [dotnet, .. args, null]);
        throw new UsageException($"The fake API needs the .NET runtime, and {dotnet} cannot be run: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    private static int Run(string dotnet, string[] args)
    {
        // Both get Ctrl+C, and the managed tool is the one that ends.
        Console.CancelKeyPress += (_, interruption) => interruption.Cancel = true;
        using var tool = Process.Start(new ProcessStartInfo(dotnet, args))!;
        tool.WaitForExit();
        return tool.ExitCode;
    }

    [LibraryImport("libc", EntryPoint = "execv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(string file, string?[] arguments);
}
