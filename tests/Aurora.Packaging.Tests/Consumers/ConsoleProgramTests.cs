namespace Aurora.Packaging.Tests.Consumers;

internal sealed class ConsoleProgramTests
{
    private Consumer _program = null!;

    [OneTimeSetUp]
    public async Task BuildAsync()
    {
        _program = (await CallerMachine.GetAsync()).Copy("ConsoleProgram");
        await _program.BuildAsync();
    }

    [Test]
    public async Task Program_listsStreamsAndGetsEveryVideo()
    {
        using var account = new FakeAccount();

        var run = await _program.DotnetAsync(account.Keys, "bin/Debug/net10.0/ConsoleProgram.dll", account.Address);

        account.AssertPrinted(run.Succeeded("The program").Output, "listed", "streamed", "got");
        Assert.That(run.Output, Does.Contain("missing as it should"));
        Assert.That(account.RequestCount, Is.EqualTo(4));
    }

    [Test]
    public void Restore_bringsTheClientAndNothingThatOnlyItsBuildNeeds()
    {
        var libraries = _program.Restored().Libraries.Select(library => library.Name);

        Assert.That(libraries, Has.Some.EqualTo("Aurora.Client"));
        Assert.That(libraries, Has.All.Match(@"^(Aurora\.Client|Newtonsoft\.Json|Polly\.Core|Microsoft\.Extensions\..+|System\..+)$"));
    }
}
