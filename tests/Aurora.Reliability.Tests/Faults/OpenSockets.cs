namespace Aurora.Reliability.Tests.Faults;

/// <summary>Counts the open sockets of this process.</summary>
internal static class OpenSockets
{
    public static int Count() => OperatingSystem.IsLinux()
        ? new DirectoryInfo("/proc/self/fd").EnumerateFiles().Count(file => file.LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true)
        : 0;
}
