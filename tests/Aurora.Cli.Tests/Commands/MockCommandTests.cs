using Aurora.Testing;

namespace Aurora.Cli.Tests.Commands;

[TestFixture]
public sealed class MockCommandTests
{
    [TestCase("a whole number from 0 to 65535", "--port", "65536")]
    [TestCase("a whole number from 0 to 65535", "--port", "1.5")]
    [TestCase("a whole number from 0 to 100000", "--videos", "100001")]
    [TestCase("a number from 0 to 1", "--faults", "1.1")]
    [TestCase("a number from 0 to 1", "--faults", "NaN")]
    [TestCase("a whole number from -2147483648 to 2147483647", "--seed", "seven")]
    [TestCase("an IP address, such as 127.0.0.1 or ::1", "--host", "localhost")]
    [TestCase("a duration from 10ms to 1h", "--progress", "0")]
    [TestCase("table, ndjson", "--output", "csv")]
    public async Task Mock_invalid_value_returns_usage(string rule, string option, string value)
    {
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync("mock", option, value), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.StartWith($"aurora: '{value}'").And.Contain(option).And.Contain(rule));
        Assert.That(session.Error, Does.EndWith("\nRun 'aurora mock --help' for usage.\n"));
        Assert.That(session.Output, Is.Empty);
    }

    [Test]
    public async Task Mock_port_in_use_returns_usage()
    {
        using var other = AuroraServer.Start();
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync("mock", "--port", $"{other.BaseAddress.Port}"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.StartWith("aurora: --port").And.Contain($"{other.BaseAddress.Port}"));
        Assert.That(session.Error, Does.Contain("in use").And.Contain("free port"));
    }

    [TestCase("missing.yaml", "aurora: The file for --document cannot be read: ")]
    [TestCase(null, "aurora: --document is not an OpenAPI document: ")]
    public async Task Mock_document_that_is_not_valid_returns_usage(string? file, string message)
    {
        var session = new Session();

        var path = file ?? typeof(MockCommandTests).Assembly.Location;

        await Assert.ThatAsync(() => session.RunAsync("mock", "--document", path), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.StartWith(message));
    }

    [Test]
    public async Task Mock_remote_host_requires_allow_remote()
    {
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync("mock", "--host", "0.0.0.0"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.StartWith("aurora: --host").And.Contain("0.0.0.0"));
        Assert.That(session.Error, Does.Contain("--allow-remote").And.Not.Contain("AllowRemoteClients"));
    }

    [TestCase("AURORA_API_ID", "AURORA_API_KEY is not set")]
    [TestCase("AURORA_API_KEY", "AURORA_API_ID is not set")]
    public async Task Mock_one_key_returns_usage_and_names_the_other(string variable, string message)
    {
        var session = new Session().With(variable, "hunter2-hunter2");

        await Assert.ThatAsync(() => session.RunAsync("mock"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.Contain(message).And.Not.Contain("hunter2"));
    }

    [Test]
    public async Task Mock_invalid_key_returns_usage_without_showing_key()
    {
        var session = new Session().With("AURORA_API_ID", "hunter2 hunter2").With("AURORA_API_KEY", "the-api-key");

        await Assert.ThatAsync(() => session.RunAsync("mock"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.StartWith("aurora: AURORA_API_ID").And.Contain("ASCII").And.Not.Contain("hunter2"));
    }
}
