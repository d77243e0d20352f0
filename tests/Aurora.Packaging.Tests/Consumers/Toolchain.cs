namespace Aurora.Packaging.Tests.Consumers;

/// <summary>Programs other than the .NET SDK that some tests require.</summary>
internal static class Toolchain
{
    public const string Category = "Toolchain";
    public const string Reason = "Requires more than the .NET SDK. To run it: dotnet test tests/Aurora.Packaging.Tests --filter TestCategory=Toolchain";

    /// <summary>Skips the test if none of the programs is installed.</summary>
    public static void Require(string install, params string[] programs)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        if (!programs.Any(program => folders.Any(folder => File.Exists(Path.Combine(folder, program)))))
            Assert.Ignore($"{string.Join(" or ", programs)} is not installed. Fix: {install}");
    }
}
