using System.Net;

namespace Aurora.Testing.Tests.Faults;

[TestFixture]
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
    public async Task EnqueueFaults_concurrent_calls_lose_no_fault()
    {
        const int Count = 200;
        AuroraFault[] faults = [.. Enumerable.Repeat(AuroraFault.Status(HttpStatusCode.BadGateway), Count / 4)];
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _server.EnqueueFaults(faults))));

        var statuses = await Task.WhenAll(Enumerable.Range(0, Count + 20).Select(_ => StatusAsync()));

        Assert.That(statuses.Count(status => status == HttpStatusCode.BadGateway), Is.EqualTo(Count));
        Assert.That(_server.PendingFaultCount, Is.Zero);
    }

    [Test]
    [SendsUndocumentedRequests("The predicates use a parameter that the API ignores.")]
    public async Task InjectFaultWhen_first_matching_rule_applies()
    {
        _server.InjectFaultWhen(request => request.GetQueryValue("page") == "1", AuroraFault.Status(HttpStatusCode.Conflict), times: int.MaxValue);
        _server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.BadGateway));

        Assert.That(await StatusAsync("?page=1"), Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await StatusAsync("?page=2"), Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(await StatusAsync("?page=2"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_server.PendingFaultCount, Is.EqualTo(1), "the rule without a limit");
    }

    [Test]
    public async Task InjectFaultWhen_predicate_can_add_faults()
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
    [SendsUndocumentedRequests("The message contains a parameter that the API ignores.")]
    public async Task InjectFaultWhen_predicate_exception_is_in_the_response()
    {
        _server.InjectFaultWhen(_ => throw new InvalidOperationException("Test message."), AuroraFault.Reset());

        var body = await _caller.ErrorAsync("?page=7", 500);

        Assert.That(body, Does.Contain("InvalidOperationException").And.Contain("GET /api/aurora/?page=7").And.Contain("Test message."));
    }

    [Test]
    public async Task InjectFaultsRandomly_same_seed_injects_the_same_faults()
    {
        var first = await StatusesAsync(seed: 3);

        Assert.That(await StatusesAsync(seed: 3), Is.EqualTo(first));
        Assert.That(await StatusesAsync(seed: 4), Is.Not.EqualTo(first));
        Assert.That(first.Count(status => status != HttpStatusCode.OK), Is.InRange(20, 40));
        Assert.That(first.Distinct().Count(), Is.EqualTo(3));
    }

    [TestCase(0, 0)]
    [TestCase(1, 20)]
    public async Task InjectFaultsRandomly_limits_of_the_rate_affect_none_or_all(double rate, int expected)
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
    public void InjectFaultsRandomly_rate_out_of_range_throws(double rate) =>
        Assert.That(
            () => _server.InjectFaultsRandomly(rate, seed: 1),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("between 0"));

    [Test]
    public async Task FaultRate_injects_common_faults()
    {
        var completed = new TaskCompletionSource<AuroraCompletedRequest>();
        using var server = AuroraServer.Start(new AuroraServerOptions { FaultRate = 1, OnRequestCompleted = completed.SetResult });
        using var connection = await RawConnection.ReadAsync(server);

        Assert.That(AuroraFault.CommonFaults.Select(fault => fault.ToString()), Is.Unique.And.Contains((await completed.Task).Fault));
        Assert.That(server.PendingFaultCount, Is.EqualTo(1));
    }

    [Test]
    public async Task AssertAllFaultsUsed_lists_unused_faults()
    {
        _server.InjectFaultWhen(request => request.Path == "/never", AuroraFault.Reset(), times: 3);
        _server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.BadGateway), AuroraFault.NotHttp());
        _server.InjectFaultsRandomly(0.5, seed: 1, AuroraFault.Header("X-A", "b"));
        await StatusAsync();

        var exception = Assert.Throws<AuroraAssertionException>(_server.AssertAllFaultsUsed);

        Assert.That(exception.Message.ReplaceLineEndings("\n"), Does.StartWith("2 ").And.EndsWith(":\n  connection reset, 3 times\n  not HTTP"));
    }

    [Test]
    public async Task ClearFaults_restores_the_normal_response()
    {
        _server.EnqueueFaults(AuroraFault.Reset());
        _server.InjectFaultsRandomly(1, seed: 1);

        _server.ClearFaults();

        Assert.That(await StatusAsync(), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_server.PendingFaultCount, Is.Zero);
        Assert.That(_server.AssertAllFaultsUsed, Throws.Nothing);
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
