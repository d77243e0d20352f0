using System.Net;
using Aurora.Testing;

namespace Aurora.Cli.Tests.Connections;

[TestFixture]
public sealed class WaitNoticeTests
{
    [TestCase("list")]
    [TestCase("get", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [TestCase("watch", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    public async Task Wait_of_more_than_two_seconds_is_one_line_on_standard_error(params string[] command)
    {
        using var server = Account.Empty();
        server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(54)));
        using var interrupting = new CancellationTokenSource();
        var session = new Session { OnError = text => InterruptAfter(text, interrupting) }.WithKeysOf(server);

        await session.RunAsync(interrupting.Token, [.. command, "--base-url", server.BaseAddress.ToString()]);

        Assert.That(session.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(2).And.ItemAt(0).EqualTo("aurora: The API asks to wait 54 s (429).").And.ItemAt(1).StartsWith("aurora: The command was interrupted"));
        Assert.That(session.Output, Is.Empty);
    }

    [Test]
    public async Task Short_wait_is_not_shown()
    {
        using var server = Account.Empty();
        server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)));
        var session = new Session();

        await session.ListAsync(server);

        Assert.That(session.Error, Does.Not.Contain("wait"));
    }

    [Test]
    public async Task Requests_name_the_tool_before_the_client()
    {
        using var server = new CannedServer(200, "[]");

        await new Session().With("AURORA_API_ID", "an-id").With("AURORA_API_KEY", "a-key").RunAsync("list", "--base-url", server.Address);

        Assert.That(server.Lines, Has.One.Match(@"^User-Agent: aurora/\d\S* Aurora\.Client/\d\S* \(\.NET .+\)$"));
    }

    private static void InterruptAfter(string text, CancellationTokenSource interrupting)
    {
        if (text.Contains("wait", StringComparison.Ordinal))
            interrupting.Cancel();
    }
}
