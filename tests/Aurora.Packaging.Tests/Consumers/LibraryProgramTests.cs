namespace Aurora.Packaging.Tests.Consumers;

/// <summary>Tests a signed library for .NET Standard 2.0 that uses the client, in signed applications for each supported framework.</summary>
internal sealed class LibraryProgramTests
{
    [TestCase("net10.0")]
    [TestCase("net8.0")]
    public Task Program_with_a_library_for_NET_Standard_gets_the_videos(string framework) => BuildAndRunAsync(framework);

    [Test]
    [Toolchain]
    public Task Program_for_NET_Framework_with_a_library_for_NET_Standard_gets_the_videos_on_Mono()
    {
        ToolchainAttribute.Require("apt-get install --no-install-recommends mono-devel", "mono");
        return BuildAndRunAsync("net48");
    }

    private static async Task BuildAndRunAsync(string framework)
    {
        using var account = new FakeAccount();
        var program = (await CallerMachine.GetAsync()).Copy("LibraryProgram", $"LibraryProgram.{framework}");
        // Any key pair can sign the application.
        File.Copy(Path.Combine(TestRepository.Root, "src", "Aurora.snk"), Path.Combine(program.Folder, "caller.snk"));
        await program.BuildAsync("Program", framework);

        var run = await program.RunBuiltAsync("Program", framework, account.Keys, account.Address);

        account.AssertPrinted(run.Succeeded("The program").Output, "listed", "streamed", "got");
    }
}
