namespace Aurora.Packaging.Tests.Consumers;

[Category(Toolchain.Category)]
[Explicit(Toolchain.Reason)]
internal sealed class FrameworkProgramTests
{
    [Test]
    public async Task Program_forNetFrameworkThroughALibraryForNetStandard_runsOnMono()
    {
        Toolchain.Require("apt-get install --no-install-recommends mono-devel", "mono");
        using var account = new FakeAccount();
        var program = (await CallerMachine.GetAsync()).Copy("FrameworkProgram");
        await program.BuildAsync("Program");

        var run = await program.RunAsync("mono", account.Keys, "Program/bin/Debug/net48/Program.exe", account.Address);

        account.AssertPrinted(run.Succeeded("The program").Output, "listed", "streamed", "got");
    }
}
