using System.Net;
using Aurora.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.Drifts;

/// <summary>Tests the second request of <c>aurora check</c>.</summary>
[TestFixture]
public sealed class ParameterCheckTests
{
    [TestCase(1, "-created_at")]
    [TestCase(-1, "created_at")]
    public async Task RunAsync_account_requests_two_videos_in_reverse_order(int direction, string ordering)
    {
        var videos = AuroraVideoGenerator.Generate(3).OrderBy(video => direction * ((DateTime)video["created_at"]!).Ticks).ToList();
        using var server = Account.Empty();
        server.EnqueueFaults(AuroraFault.Body(new JArray(videos).ToString()), AuroraFault.Body(new JArray(videos[2], videos[0]).ToString()));

        await Assert.ThatAsync(() => new Session().CheckAsync(server), Is.Zero);

        Assert.That(server.Requests, Has.Count.EqualTo(2));
        Assert.That(server.Requests[0].Query, Is.Empty);
        Assert.That(server.Requests[1].GetQueryValue("ids"), Is.EqualTo($"{videos[0]["id"]},{videos[2]["id"]}"));
        Assert.That(server.Requests[1].GetQueryValue("ordering"), Is.EqualTo(ordering));
    }

    [Test]
    public async Task RunAsync_ignored_parameters_reports_drift()
    {
        using var server = FixedResponse.Serve(AuroraVideoGenerator.Generate(24));
        var session = new Session();

        await Assert.ThatAsync(() => session.CheckAsync(server), Is.EqualTo(ExitCode.Failed));

        Assert.That(
            session.OutputLines[1..],
            Is.EqualTo(new[] { "parameter\t?ids\t1\t-\t22 too many", "parameter\t?ordering\t1\t-\tignored" }));
    }

    [TestCase(0, "2 left out")]
    [TestCase(1, "1 left out, 1 too many")]
    public async Task RunAsync_wrong_videos_reports_drift(int known, string example)
    {
        using var server = Account.Empty();
        var videos = AuroraVideoGenerator.Generate(4).ToList();
        var second = known == 0 ? [] : new JArray(videos[0], videos[3]);
        server.EnqueueFaults(AuroraFault.Body(new JArray(videos[..3]).ToString()), AuroraFault.Body(second.ToString()));
        var session = new Session();

        await Assert.ThatAsync(() => session.CheckAsync(server), Is.EqualTo(ExitCode.Failed));

        Assert.That(session.OutputLines[1..], Is.EqualTo(new[] { $"parameter\t?ids\t1\t-\t{example}" }));
    }

    [TestCase("""{ "ordering": ["Not a field."] }""", "?ordering")]
    [TestCase("""{ "ids": ["Jane Doe"] }""", "?ids")]
    [TestCase("""{ "detail": "Jane Doe" }""", "?ids&ordering")]
    public async Task RunAsync_rejected_parameter_reports_drift(string body, string path)
    {
        using var server = AuroraServer.Start();
        var refusal = AuroraFault.Body(body, status: HttpStatusCode.BadRequest);
        server.InjectFaultWhen(request => request.GetQueryValue("ids") is not null, refusal);
        var session = new Session();

        await Assert.ThatAsync(() => session.CheckAsync(server), Is.EqualTo(ExitCode.Failed));

        Assert.That(session.OutputLines[1..], Is.EqualTo(new[] { $"parameter\t{path}\t1\t-\trefused: 400" }));
    }

    [Test]
    public async Task RunAsync_second_body_is_not_an_array_returns_network()
    {
        using var server = AuroraServer.Start();
        server.InjectFaultWhen(request => request.GetQueryValue("ids") is not null, AuroraFault.Body("{}"));
        var session = new Session();

        await Assert.ThatAsync(() => session.CheckAsync(server), Is.EqualTo(ExitCode.Network));

        Assert.That(session.Output, Is.Empty);
    }
}
