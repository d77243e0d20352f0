namespace Aurora.Packaging.Tests.Consumers;

internal sealed class FakeProgramTests
{
    [Test]
    public async Task Program_with_the_fake_on_NET_8_lists_the_videos_after_a_fault()
    {
        var program = (await CallerMachine.GetAsync()).Copy("FakeProgram");
        await program.BuildAsync(".", "net8.0");

        var run = await program.RunBuiltAsync(".", "net8.0", new Dictionary<string, string?>());

        Assert.That(run.Succeeded("The program").Output.ReplaceLineEndings("\n"), Is.EqualTo("25 of 25, 1 added\n8\n"));
    }
}
