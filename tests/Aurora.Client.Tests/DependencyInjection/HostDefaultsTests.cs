using System.Net;
using System.Threading.RateLimiting;
using Aurora.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;

namespace Aurora.Client.Tests.DependencyInjection;

/// <summary>Tests applications that configure all of their HTTP clients at once, as the service defaults of Aspire do.</summary>
[TestFixture]
public sealed class HostDefaultsTests : AuroraServerFixture
{
    private static IEnumerable<TestCaseData<Action<IHttpClientBuilder>>> Defaults()
    {
        yield return new(defaults => defaults.AddStandardResilienceHandler()) { TestName = "standard resilience" };
        yield return new(defaults => defaults.AddStandardHedgingHandler()) { TestName = "standard hedging" };
        yield return new(defaults => defaults.AddResilienceHandler("own", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions { Delay = TimeSpan.Zero }))) { TestName = "a pipeline of the application" };
        yield return new(defaults => defaults.AddStandardResilienceHandler().Services.ConfigureHttpClientDefaults(more => more.AddServiceDiscovery())) { TestName = "service defaults of Aspire" };
        yield return new(defaults => defaults.AddHttpMessageHandler(() => new Microsoft.Extensions.Http.PolicyHttpMessageHandler())) { TestName = "Polly 7" };
    }

    [TestCaseSource(nameof(Defaults))]
    public async Task Failing_API_receives_only_the_retries_of_the_client(Action<IHttpClientBuilder> configure)
    {
        Server.InjectFaultWhen(_ => true, AuroraFault.Status(HttpStatusCode.ServiceUnavailable), int.MaxValue);
        await using var provider = Services(services => services.ConfigureHttpClientDefaults(configure)).BuildServiceProvider();

        var error = await Thrown.By(() => provider.GetRequiredService<AuroraClient>().ListAsync());

        Assert.That(error, Has.Property("Attempts").EqualTo(4).And.Property("Kind").EqualTo(AuroraErrorKind.Server));
        Assert.That(Server.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Response_that_takes_longer_than_the_defaults_allow_is_read_completely([Values] bool isConfiguredFirst)
    {
        var services = new ServiceCollection();
        if (!isConfiguredFirst)
            Services(_ => { }, services);
        services.ConfigureHttpClientDefaults(defaults => defaults.AddStandardResilienceHandler(resilience =>
        {
            resilience.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(20);
            resilience.TotalRequestTimeout.Timeout = TimeSpan.FromMilliseconds(40);
        }));
        if (isConfiguredFirst)
            Services(_ => { }, services);
        Server.EnqueueFaults(AuroraFault.Delay(TimeSpan.FromMilliseconds(300)));
        await using var provider = services.BuildServiceProvider();

        Assert.That(await provider.GetRequiredService<AuroraClient>().ListAsync(), Has.Count.EqualTo(24));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Rate_limiter_of_the_defaults_rejects_no_request()
    {
        await using var provider = Services(services => services.ConfigureHttpClientDefaults(defaults => defaults.AddResilienceHandler("limit", pipeline => pipeline.AddConcurrencyLimiter(1, 0)))).BuildServiceProvider();
        var aurora = provider.GetRequiredService<AuroraClient>();

        Assert.That(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => aurora.ListAsync())), Has.All.Count.EqualTo(24));
    }

    [Test]
    public async Task Resilience_handler_on_the_builder_of_the_client_stays()
    {
        Server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.BadRequest));
        var services = new ServiceCollection();
        services.AddAuroraClient(Configure).AddResilienceHandler("own", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            Delay = TimeSpan.Zero,
            ShouldHandle = args => new(args.Outcome.Result?.StatusCode == HttpStatusCode.BadRequest),
        }));
        await using var provider = services.BuildServiceProvider();

        Assert.That(await provider.GetRequiredService<AuroraClient>().ListAsync(), Has.Count.EqualTo(24));
        Assert.That(Server.Requests, Has.Count.EqualTo(2));
    }

    private static IEnumerable<TestCaseData<Action<ResiliencePipelineBuilder<HttpResponseMessage>>, AuroraErrorKind>> Rejections()
    {
        yield return new(pipeline => pipeline.AddTimeout(TimeSpan.FromMilliseconds(10)), AuroraErrorKind.Timeout) { TestName = "timeout" };
        yield return new(pipeline => pipeline.AddRateLimiter(new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 0 })), AuroraErrorKind.RateLimit) { TestName = "rate limiter" };
        yield return new(pipeline => pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { ManualControl = new(isIsolated: true) }), AuroraErrorKind.Server) { TestName = "circuit breaker" };
    }

    [TestCaseSource(nameof(Rejections))]
    public async Task Rejection_by_a_handler_throws_AuroraApiException(Action<ResiliencePipelineBuilder<HttpResponseMessage>> configure, AuroraErrorKind kind)
    {
        Server.InjectFaultWhen(_ => true, AuroraFault.Delay(TimeSpan.FromSeconds(1)), int.MaxValue);
        var services = new ServiceCollection();
        services.AddAuroraClient(options => { Configure(options); options.MaxRetries = 1; }).AddResilienceHandler("own", configure);
        await using var provider = services.BuildServiceProvider();
        var aurora = provider.GetRequiredService<AuroraClient>();
        var first = kind == AuroraErrorKind.RateLimit ? aurora.ListAsync() : Task.CompletedTask;

        var error = await Thrown.By(() => aurora.ListAsync());
        await first;

        Assert.That(error, Has.Property("Kind").EqualTo(kind).And.Property("Attempts").EqualTo(2));
        Assert.That(error.Message, Does.Contain("of a handler"));
    }

    [Test]
    public async Task Logging_of_the_defaults_contains_the_request_and_no_key()
    {
        var log = new CollectingLoggerProvider();
        await using var provider = Services(services => services
            .AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace))
            .AddSingleton<Microsoft.Extensions.Compliance.Redaction.IRedactorProvider>(Microsoft.Extensions.Compliance.Redaction.NullRedactorProvider.Instance)
            .AddExtendedHttpClientLogging(logging => logging.RequestHeadersDataClasses.Add("X-API-KEY", Microsoft.Extensions.Compliance.Classification.DataClassification.None))
            .ConfigureHttpClientDefaults(defaults => defaults.RedactLoggedHeaders(_ => false))).BuildServiceProvider();

        await provider.GetRequiredService<AuroraClient>().ListAsync();

        Assert.That(log.Everything, Has.Some.Contains("GET 127.0.0.1").And.Some.Contains("X-API-KEY").Or.Some.Contains("200"));
        Assert.That(log.Everything, Has.None.Contains(Server.ApiKey).And.None.Contains(Server.ApiId));
    }

    [Test]
    public async Task Service_discovery_does_not_change_the_address_of_the_API()
    {
        await using var provider = Services(services => services.ConfigureHttpClientDefaults(defaults => defaults.AddServiceDiscovery())).BuildServiceProvider();

        Assert.That(await provider.GetRequiredService<AuroraClient>().ListAsync(), Has.Count.EqualTo(24));
    }

    private ServiceCollection Services(Action<IServiceCollection> configure, ServiceCollection? services = null)
    {
        services ??= [];
        services.AddAuroraClient(Configure);
        services.AddSingleton<IConfiguration>(new ConfigurationManager());
        services.AddServiceDiscovery();
        configure(services);
        return services;
    }

    private void Configure(AuroraClientOptions options) =>
        (options.ApiId, options.ApiKey, options.BaseAddress, options.RetryDelay) = (Server.ApiId, Server.ApiKey, Server.BaseAddress, TimeSpan.Zero);
}
