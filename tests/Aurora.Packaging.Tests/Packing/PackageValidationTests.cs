using Aurora.Packaging.Tests.Processes;

namespace Aurora.Packaging.Tests.Packing;

/// <summary>Tests that packing fails if callers would miss a member.</summary>
[TestFixture]
public sealed class PackageValidationTests
{
    private const string Ordering = "src/Aurora.Client/AuroraOrdering.cs";

    private string _repository = null!;

    [SetUp]
    public async Task CopyRepositoryAsync()
    {
        _repository = TestRunFolder.Create($"validation/{TestContext.CurrentContext.Test.ID}/repository");
        await RepositoryCopy.MakeAsync(_repository);
    }

    [Test]
    public async Task Pack_without_a_released_member_and_with_one_for_the_older_framework_only_fails()
    {
        Replace("public static AuroraOrdering By(", "internal static AuroraOrdering By(");
        Replace("    private readonly string? _text;\n", "    private readonly string? _text;\n#if NETSTANDARD2_0\n/// <summary>Nothing.</summary>\npublic static void Old() { }\n#endif\n");

        var pack = await PackAsync();

        Assert.That(pack.ExitCode, Is.Not.Zero);
        Assert.That(pack.Output, Does.Contain("CP0002: Member 'Aurora.Client.AuroraOrdering Aurora.Client.AuroraOrdering.By(string)' exists on [Baseline] lib/netstandard2.0/Aurora.Client.dll but not on lib/netstandard2.0/Aurora.Client.dll"));
        Assert.That(pack.Output, Does.Contain("CP0002: Member 'void Aurora.Client.AuroraOrdering.Old()' exists on lib/netstandard2.0/Aurora.Client.dll but not on lib/net8.0/Aurora.Client.dll"));
    }

    [Test]
    public async Task Pack_with_a_new_operation_succeeds()
    {
        File.WriteAllText(Path.Combine(_repository, "src", "Aurora.Client", "AuroraClient.Added.cs"), """
            namespace Aurora.Client;

            public partial class AuroraClient
            {
                /// <summary>Does nothing.</summary>
                public virtual void Added()
                {
                }
            }
            """);

        (await PackAsync()).Succeeded("dotnet pack");
    }

    private async Task<ChildResult> PackAsync()
    {
        var released = await PackedPackages.GetAsync();
        string[] pack =
        [
            "pack", "src/Aurora.Client", "-nologo", "-p:RunAnalyzers=false", "-o", Path.Combine(_repository, "artifacts"),
            "-p:Version=999.0.0", $"-p:ReleasedPackages={released.Folder}", $"-p:ReleasedVersion={released.VersionOf("Aurora.Client")}",
        ];
        return await ChildProcess.RunAsync("dotnet", _repository, pack);
    }

    private void Replace(string text, string other)
    {
        var path = Path.Combine(_repository, Ordering);
        var content = File.ReadAllText(path);
        Assert.That(content, Does.Contain(text));
        File.WriteAllText(path, content.Replace(text, other, StringComparison.Ordinal));
    }
}
