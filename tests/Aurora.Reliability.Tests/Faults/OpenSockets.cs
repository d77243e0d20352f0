namespace Aurora.Reliability.Tests.Faults;

/// <summary>The sockets of this process, as the system knows them.</summary>
internal static class OpenSockets
{
    public static int Count() => OperatingSystem.IsLinux()
        ? new DirectoryInfo("/proc/self/fd").EnumerateFiles().Count(file => file.LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true)
        : 0;
}
