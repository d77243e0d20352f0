using System.Net;
using System.Net.Sockets;

namespace Aurora.Testing.Tests;

[TestFixture]
public sealed class AuroraServerOptionsTests
{
    private static IEnumerable<TestCaseData> InvalidOptions()
    {
        yield return Case(new() { Port = -1 }, "Port is -1, but must be between 0 and 65535");
        yield return Case(new() { Port = 65536 }, "Port is 65536");
        yield return Case(new() { VideoCount = -1 }, "VideoCount is -1, but must be between 0 and 100000");
        yield return Case(new() { VideoCount = 100_001 }, "VideoCount is 100001");
        yield return Case(new() { TimeProvider = null! }, "TimeProvider is null");
        yield return Case(new() { Address = null! }, "Address is null");
        yield return Case(new() { Address = IPAddress.Any }, "Address is 0.0.0.0, which other machines can reach");
        yield return Case(new() { Address = IPAddress.IPv6Any }, "Address is ::, which other machines can reach");
        yield return Case(new() { Address = IPAddress.Parse("192.0.2.7") }, "Address is 192.0.2.7, which other machines can reach");
        yield return Case(new() { FaultRate = -0.5 }, "FaultRate is -0.5, but must be between 0 and 1");
        yield return Case(new() { FaultRate = double.NaN }, "FaultRate is NaN");
        yield return Case(new() { RequestLogCapacity = 0 }, "RequestLogCapacity is 0, but must be between 1 and 100000");
        yield return Case(new() { RequestLogCapacity = 100_001 }, "RequestLogCapacity is 100001");
        foreach (var key in new[] { null, "", " ", "a b", "a\r\nb", "ключ", "\u007f", new string('k', 257) })
        {
            yield return Case(new() { ApiId = key! }, "ApiId must have 1 to 256 visible ASCII", key ?? "null");
            yield return Case(new() { ApiKey = key! }, "ApiKey must have 1 to 256 visible ASCII", key ?? "null");
        }
    }

    private static TestCaseData Case(AuroraServerOptions options, string message, params string[] shown) =>
        new TestCaseData(options, message).SetArgDisplayNames([message, .. shown]);

    [TestCaseSource(nameof(InvalidOptions))]
    public void Start_invalid_option_throws_with_name_rule_and_fix(AuroraServerOptions options, string message)
    {
        var exception = Assert.Throws<ArgumentException>(() => AuroraServer.Start(options).Dispose());

        Assert.That(exception.Message, Does.StartWith($"AuroraServerOptions.{message}").And.Contain("Omit it to"));
        Assert.That(exception.ParamName, Is.EqualTo("options"));
    }

    [Test]
    public void Start_invalid_key_is_not_in_the_message() =>
        Assert.That(
            () => AuroraServer.Start(new AuroraServerOptions { ApiKey = "my real key" }),
            Throws.ArgumentException.With.Message.Not.Contain("real"));

    [Test]
    public void Start_port_in_use_throws()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.That(
            () => AuroraServer.Start(new AuroraServerOptions { Port = port }),
            Throws.ArgumentException.With.Message.Contains($"Port is {port}, which is in use."));
    }

    [Test]
    public void Start_maximum_values_are_accepted()
    {
        var options = new AuroraServerOptions { ApiId = new string('!', 256), ApiKey = new string('~', 256), Seed = int.MinValue };

        using var server = AuroraServer.Start(options);

        Assert.That(server.ApiId, Has.Length.EqualTo(256));
    }
}
