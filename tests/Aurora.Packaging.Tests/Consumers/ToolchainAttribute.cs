using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>Marks tests that require more than the .NET SDK. They run when they are selected, or when AURORA_TOOLCHAIN is true.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class ToolchainAttribute : NUnitAttribute, IApplyToTest
{
    public const string Category = "Toolchain";
    public const string Reason = "Requires more than the .NET SDK. To run it: dotnet test tests/Aurora.Packaging.Tests --filter TestCategory=Toolchain";

    /// <summary>Whether the tests run without being selected.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("AURORA_TOOLCHAIN") == "true";

    public void ApplyToTest(Test test)
    {
        test.Properties.Add(PropertyNames.Category, Category);
        if (IsOn || test.RunState != RunState.Runnable)
            return;
        test.RunState = RunState.Explicit;
        test.Properties.Set(PropertyNames.SkipReason, Reason);
    }

    /// <summary>Skips the test if none of the programs is installed.</summary>
    public static void Require(string install, params string[] programs)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        if (!programs.Any(program => folders.Any(folder => File.Exists(Path.Combine(folder, program)))))
            Assert.Ignore($"{string.Join(" or ", programs)} is not installed. Fix: {install}");
    }
}
