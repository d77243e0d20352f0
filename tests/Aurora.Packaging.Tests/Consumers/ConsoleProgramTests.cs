using System.Text.RegularExpressions;

namespace Aurora.Packaging.Tests.Consumers;

[TestFixture("net10.0")]
[TestFixture("net9.0")]
[TestFixture("net8.0")]
internal sealed partial class ConsoleProgramTests(string framework)
{
    private Consumer _program = null!;

    [OneTimeSetUp]
    public async Task BuildAsync()
    {
        _program = (await CallerMachine.GetAsync()).Copy("ConsoleProgram", $"{framework}/ConsoleProgram");
        await _program.BuildAsync(".", framework);
    }

    [Test]
    public async Task Program_lists_streams_and_gets_every_video()
    {
        using var account = new FakeAccount();

        var run = await _program.RunBuiltAsync(".", framework, account.Keys, account.Address);

        account.AssertPrinted(run.Succeeded("The program").Output, "listed", "streamed", "got");
        Assert.That(run.Output, Does.Contain("missing as expected"));
        Assert.That(account.RequestCount, Is.EqualTo(4));
    }

    [Test]
    [Platform("Linux", Reason = "On other systems, no environment variable makes a certificate trusted.")]
    public async Task Program_over_TLS_uses_HTTP_2_and_Brotli()
    {
        await using var server = await SecureServer.StartAsync();

        var run = await _program.RunBuiltAsync(".", framework, server.Variables, server.Address);

        Assert.That(Streamed().Count(run.Succeeded("The program").Output), Is.EqualTo(SecureServer.VideoCount));
        Assert.That(server.Requests, Is.Not.Empty.And.All.EqualTo("HTTP/2 gzip, deflate, br"));
    }

    [Test]
    public void Restore_installs_no_dependencies_that_only_the_build_needs()
    {
        var libraries = _program.Restored().Libraries.Select(library => library.Name);

        Assert.That(libraries, Has.Some.EqualTo("Aurora.Client"));
        Assert.That(libraries, Has.All.Match(@"^(Aurora\.Client|Newtonsoft\.Json|Polly\.Core|Microsoft\.Bcl\..+|Microsoft\.Extensions\..+|System\..+)$"));
    }

    [GeneratedRegex("^streamed ", RegexOptions.Multiline)]
    private static partial Regex Streamed();
}
