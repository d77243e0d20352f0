using System.Net;
using Aurora.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Transport;

/// <summary>Checks that every retry and every wait is logged with its facts.</summary>
[TestFixture]
public sealed class AuroraLogTests : AuroraServerFixture
{
    [Test]
    public async Task Retry_is_logged_with_the_request_the_status_and_the_delay()
    {
        Server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.BadGateway));

        Assert.That(await LinesAsync(), Is.EqualTo(new[] { "Information 2 GET /api/aurora/ failed (502). The client sends it again in 0 s. " }));
    }

    [Test]
    public async Task Retry_after_a_broken_connection_is_logged_with_the_kind_of_error()
    {
        Server.EnqueueFaults(AuroraFault.Truncate(1));

        Assert.That(await LinesAsync(), Is.EqualTo(new[] { "Information 2 GET /api/aurora/ failed (Network). The client sends it again in 0 s. " }));
    }

    [Test]
    public async Task Retry_after_a_timeout_is_logged_with_the_option()
    {
        Server.EnqueueFaults(AuroraFault.Stall(0));

        Assert.That(await LinesAsync(options => options.AttemptTimeout = TimeSpan.FromMilliseconds(300)),
            Has.Some.EqualTo("Information 2 GET /api/aurora/ failed (AttemptTimeout). The client sends it again in 0 s. "));
    }

    [Test]
    public async Task Wait_that_the_API_asks_for_is_logged_with_its_duration_and_the_status()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        Server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(54)));

        Assert.That(await LinesAsync(WithoutTimeouts, clock), Is.EqualTo(new[] { "Information 3 The API asks to wait 54 s (429). " }));
    }

    [Test]
    public async Task Wait_of_a_call_with_many_ids_is_logged()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        Server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(20)));

        Assert.That(await LinesAsync(WithoutTimeouts, clock, aurora => aurora.GetManyAsync([Guid.NewGuid()])), Is.EqualTo(new[] { "Information 3 The API asks to wait 20 s (503). " }));
    }

    [Test]
    public async Task Call_that_succeeds_at_the_first_attempt_logs_nothing() => Assert.That(await LinesAsync(), Is.Empty);

    private async Task<IReadOnlyCollection<string>> LinesAsync(Action<AuroraClientOptions>? configure = null, FakeTimeProvider? clock = null, Func<AuroraClient, Task>? call = null)
    {
        using var log = new CollectingLoggerProvider();
        using var factory = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Information).AddProvider(log));
        var options = new AuroraClientOptions { ApiId = Server.ApiId, ApiKey = Server.ApiKey, BaseAddress = Server.BaseAddress, RetryDelay = TimeSpan.Zero };
        options.TimeProvider = clock ?? options.TimeProvider;
        configure?.Invoke(options);
        using var aurora = AuroraClient.Create(options, logger: factory.CreateLogger<AuroraClient>());
        var running = call is null ? aurora.ListAsync([Guid.NewGuid()]) : call(aurora);
        while (!running.IsCompleted)
        {
            clock?.Advance(TimeSpan.FromSeconds(0.5));
            await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(10)));
        }

        await running;
        return log.Lines;
    }
}
