namespace Aurora.Packaging.Tests.Consumers;

/// <summary>What some consumers need beside the .NET SDK.</summary>
internal static class Toolchain
{
    public const string Category = "Toolchain";
    public const string Reason = "Needs more than the .NET SDK: dotnet test tests/Aurora.Packaging.Tests --filter TestCategory=Toolchain";

    /// <summary>Skips the test where none of the programs is there.</summary>
    public static void Require(string install, params string[] programs)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        if (!programs.Any(program => folders.Any(folder => File.Exists(Path.Combine(folder, program)))))
            Assert.Ignore($"There is no {string.Join(" or ", programs)} here. Install it: {install}");
    }
}
