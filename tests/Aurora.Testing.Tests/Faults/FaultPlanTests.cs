using System.Net;
using Aurora.Document;

namespace Aurora.Testing.Tests.Faults;

public sealed class FaultPlanTests
{
    private AuroraServer _server = null!;
    private Caller _caller = null!;

    [SetUp]
    public void Start()
    {
        _server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 1 });
        _caller = new Caller(_server);
    }

    [TearDown]
    public void Stop()
    {
        _caller.Dispose();
        _server.Dispose();
    }

    [Test]
    public async Task Next_many_at_the_same_time_are_each_met_once()
    {
        const int Count = 200;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _server.EnqueueFaults([.. Enumerable.Repeat(AuroraFault.Status(HttpStatusCode.BadGateway), Count / 4)]))));

        var statuses = await Task.WhenAll(Enumerable.Range(0, Count + 20).Select(_ => StatusAsync()));

        Assert.That(statuses.Count(status => status == HttpStatusCode.BadGateway), Is.EqualTo(Count));
        Assert.That(_server.PendingFaults, Is.Zero);
    }

    [Test]
    [SendsUndocumentedRequests("A parameter that the API ignores is what the predicates look at.")]
    public async Task When_the_first_rule_that_fits_comes_first()
    {
        _server.InjectFaultWhen(request => request.QueryValue("page") == "1", AuroraFault.Status(HttpStatusCode.Conflict), times: int.MaxValue);
        _server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.BadGateway));

        Assert.That(await StatusAsync("?page=1"), Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await StatusAsync("?page=2"), Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(await StatusAsync("?page=2"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_server.PendingFaults, Is.EqualTo(1), "the one for all requests");
    }

    [Test]
    public async Task When_a_predicate_may_plan_a_fault_itself()
    {
        _server.InjectFaultWhen(
            _ =>
            {
                _server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.Conflict));
                return false;
            },
            AuroraFault.Reset());

        await StatusAsync();

        Assert.That(await StatusAsync(), Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    [SendsUndocumentedRequests("A parameter that the API ignores is what the predicate looks at.")]
    public async Task When_a_predicate_that_throws_is_named_in_the_answer()
    {
        _server.InjectFaultWhen(_ => throw new InvalidOperationException("of the test"), AuroraFault.Reset());

        Assert.That(await _caller.ErrorAsync("?page=7", 500), Does.Contain("InvalidOperationException for GET /api/aurora/?page=7: of the test"));
    }

    [Test]
    public async Task Sometimes_same_seed_gives_the_same_faults()
    {
        var first = await StatusesAsync(seed: 3);

        Assert.That(await StatusesAsync(seed: 3), Is.EqualTo(first));
        Assert.That(await StatusesAsync(seed: 4), Is.Not.EqualTo(first));
        Assert.That(first.Count(status => status != HttpStatusCode.OK), Is.InRange(20, 40));
        Assert.That(first.Distinct().Count(), Is.EqualTo(3));
    }

    [TestCase(0, 0)]
    [TestCase(1, 20)]
    public async Task Sometimes_rate_at_its_limit_means_none_or_all(double rate, int expected)
    {
        _server.InjectFaultsRandomly(rate, seed: 1, AuroraFault.Status(HttpStatusCode.BadGateway));
        var faults = 0;
        for (var call = 0; call < 20; call++)
            faults += await StatusAsync() == HttpStatusCode.BadGateway ? 1 : 0;

        Assert.That(faults, Is.EqualTo(expected));
    }

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void Sometimes_rate_out_of_its_range_is_refused(double rate) =>
        Assert.That(() => _server.InjectFaultsRandomly(rate, seed: 1), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("from 0"));

    [Test]
    public async Task FaultRate_lets_requests_meet_everyday_faults()
    {
        var met = new TaskCompletionSource<AuroraAnsweredRequest>();
        using var server = AuroraServer.Start(new AuroraServerOptions { FaultRate = 1, OnRequestAnswered = met.SetResult });
        using var connection = await RawConnection.ReadAsync(server);

        Assert.That(AuroraFault.Everyday.Select(fault => fault.ToString()), Is.Unique.And.Contains((await met.Task).Fault));
        Assert.That(server.PendingFaults, Is.EqualTo(1));
    }

    [Test]
    public async Task AssertFaultsUsedUp_lists_what_no_request_has_met()
    {
        _server.InjectFaultWhen(request => request.Path == "/never", AuroraFault.Reset(), times: 3);
        _server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.BadGateway), AuroraFault.NotHttp());
        _server.InjectFaultsRandomly(0.5, seed: 1, AuroraFault.Header("X-A", "b"));
        await StatusAsync();

        var exception = Assert.Throws<UnusedFaultsException>(_server.AssertFaultsUsedUp);

        Assert.That(exception.Faults, Is.EqualTo(new[] { "reset, 3 times", "no HTTP" }));
        Assert.That(exception.Message.ReplaceLineEndings("\n"), Is.EqualTo("No request has met 2 of the planned faults:\n  reset, 3 times\n  no HTTP"));
    }

    [Test]
    public async Task ClearFaults_leaves_the_right_answer()
    {
        _server.EnqueueFaults(AuroraFault.Reset());
        _server.InjectFaultsRandomly(1, seed: 1);

        _server.ClearFaults();

        Assert.That(await StatusAsync(), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_server.PendingFaults, Is.Zero);
        Assert.That(_server.AssertFaultsUsedUp, Throws.Nothing);
    }

    private async Task<HttpStatusCode[]> StatusesAsync(int seed)
    {
        _server.ClearFaults();
        _server.InjectFaultsRandomly(0.3, seed, AuroraFault.Status(HttpStatusCode.BadGateway), AuroraFault.Status(HttpStatusCode.Conflict));
        var statuses = new HttpStatusCode[100];
        for (var call = 0; call < statuses.Length; call++)
            statuses[call] = await StatusAsync();
        return statuses;
    }

    private async Task<HttpStatusCode> StatusAsync(string query = "")
    {
        using var response = await _caller.GetAsync(query);
        return response.StatusCode;
    }
}
