using Aurora.Testing;

namespace Aurora.Cli.Tests.Commands;

internal sealed class MockCommandTests
{
    [TestCase("'65536' cannot be used for --port. It takes a whole number from 0 to 65535.", "--port", "65536")]
    [TestCase("'1.5' cannot be used for --port. It takes a whole number from 0 to 65535.", "--port", "1.5")]
    [TestCase("'100001' cannot be used for --videos. It takes a whole number from 0 to 100000.", "--videos", "100001")]
    [TestCase("'1.1' cannot be used for --faults. It takes a number from 0 to 1.", "--faults", "1.1")]
    [TestCase("'NaN' cannot be used for --faults. It takes a number from 0 to 1.", "--faults", "NaN")]
    [TestCase("'seven' cannot be used for --seed. It takes a whole number from -2147483648 to 2147483647.", "--seed", "seven")]
    [TestCase("'localhost' is no address for --host. It takes one of numbers: 127.0.0.1, ::1.", "--host", "localhost")]
    [TestCase("'0' is no length of time for --progress. It takes seconds, or a number with ms, s, m, h or d: 90, 2.5s, 10m; from 10ms to 1h.", "--progress", "0")]
    [TestCase("'csv' is no form of output here. There are: table, ndjson.", "--output", "csv")]
    public async Task Mock_valueOutOfItsRange_isUsage(string reason, params string[] args)
    {
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync(["mock", .. args]), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Is.EqualTo($"aurora: {reason}\nRun 'aurora mock --help' to see what it takes.\n"));
        Assert.That(session.Output, Is.Empty);
    }

    [Test]
    public async Task Mock_portInUse_isUsageAndNamesIt()
    {
        using var other = AuroraServer.Start();
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync("mock", "--port", $"{other.BaseAddress.Port}"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Is.EqualTo($"aurora: --port is {other.BaseAddress.Port}, which is in use. Omit it to use a free port.\n"));
    }

    [Test]
    public async Task Mock_hostThatOtherMachinesReach_takesAFurtherOption()
    {
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync("mock", "--host", "0.0.0.0"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.StartWith("aurora: --host is 0.0.0.0, which other machines can reach.").And.Contain("--allow-remote"));
    }

    [TestCase("AURORA_API_ID", "AURORA_API_KEY is not set")]
    [TestCase("AURORA_API_KEY", "AURORA_API_ID is not set")]
    public async Task Mock_oneKeyOfTwo_isUsageAndNamesTheOther(string variable, string message)
    {
        var session = new Session().With(variable, "hunter2-hunter2");

        await Assert.ThatAsync(() => session.RunAsync("mock"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.Contain(message).And.Not.Contain("hunter2"));
    }

    [Test]
    public async Task Mock_keyThatNoHeaderCarries_isUsageAndDoesNotShowIt()
    {
        var session = new Session().With("AURORA_API_ID", "hunter2 hunter2").With("AURORA_API_KEY", "the-api-key");

        await Assert.ThatAsync(() => session.RunAsync("mock"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.StartWith("aurora: AURORA_API_ID must be").And.Not.Contain("hunter2"));
    }
}
