using Aurora.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aurora.Client.Tests.DependencyInjection;

[TestFixture]
public sealed class AuroraServiceCollectionExtensionsTests
{
    private AuroraServer _server = null!;

    [SetUp]
    public void Start() => _server = AuroraServer.Start(new AuroraServerOptions { ApiId = "container-id", ApiKey = "container-key" });

    [TearDown]
    public void Stop() => _server.Dispose();

    [Test]
    public async Task Client_with_options_in_code_lists_videos()
    {
        using var host = Host(services => services.AddAuroraClient(Configure));

        Assert.That(await host.Services.GetRequiredService<AuroraClient>().ListAsync(), Has.Count.EqualTo(24));
    }

    [Test]
    public async Task Client_with_options_in_configuration_lists_videos_and_reads_every_option()
    {
        var configuration = Configuration(new() { ["Timeout"] = "00:00:07", ["MaxRetries"] = "1", ["SchemaDriftHandling"] = "Throw" });
        using var host = Host(services => services.AddAuroraClient(configuration.GetSection(AuroraClientOptions.SectionName)));

        Assert.That(await host.Services.GetRequiredService<AuroraClient>().ListAsync(), Is.Not.Empty);
        var options = host.Services.GetRequiredService<IOptions<AuroraClientOptions>>().Value;
        Assert.That(options, Has.Property("Timeout").EqualTo(TimeSpan.FromSeconds(7)).And.Property("MaxRetries").EqualTo(1).And.Property("SchemaDriftHandling").EqualTo(SchemaDriftHandling.Throw));
    }

    [Test]
    public async Task Next_request_uses_keys_that_change_in_the_configuration()
    {
        var configuration = Configuration(new() { ["ApiKey"] = "old-key" });
        using var host = Host(services => services.AddAuroraClient(configuration.GetSection(AuroraClientOptions.SectionName)));
        var aurora = host.Services.GetRequiredService<AuroraClient>();

        await Assert.ThatAsync(() => aurora.ListAsync(), Throws.TypeOf<AuroraApiException>().With.Property("Kind").EqualTo(AuroraErrorKind.Authentication));
        configuration["Aurora:ApiKey"] = _server.ApiKey;
        configuration.Reload();

        Assert.That(await aurora.ListAsync(), Is.Not.Empty);
    }

    [Test]
    public async Task Named_clients_have_separate_accounts()
    {
        using var other = AuroraServer.Start(new AuroraServerOptions { ApiId = "other-id", ApiKey = "other-key", VideoCount = 3 });
        using var host = Host(services =>
        {
            services.AddAuroraClient("one", Configure);
            services.AddAuroraClient("two", options => (options.ApiId, options.ApiKey, options.BaseAddress) = (other.ApiId, other.ApiKey, other.BaseAddress));
        });

        Assert.That(await host.Services.GetRequiredKeyedService<AuroraClient>("one").ListAsync(), Has.Count.EqualTo(24));
        Assert.That(await host.Services.GetRequiredKeyedService<AuroraClient>("two").ListAsync(), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Host_with_invalid_options_does_not_start_and_names_each_of_them_without_a_key()
    {
        using var host = Host(services => services.AddAuroraClient(options => (options.ApiKey, options.MaxRetries, options.BaseAddress) = ("a secret", -1, new Uri("http://example.com"))));

        await Assert.ThatAsync(() => host.StartAsync(), Throws.TypeOf<OptionsValidationException>().With
            .Message.Contains("ApiId").And.Message.Contains("ApiKey").And.Message.Contains("MaxRetries").And.Message.Contains("BaseAddress").And.Message.Not.Contains("a secret"));
    }

    [Test]
    public async Task Additional_handlers_are_called_and_see_no_key()
    {
        var seen = new List<string>();
        using var host = Host(services => services.AddAuroraClient(Configure).AddHttpMessageHandler(() => new PeekingHandler(seen)));

        await host.Services.GetRequiredService<AuroraClient>().ListAsync();

        Assert.That(seen, Does.Contain("Accept").And.Not.Contain("X-API-KEY"));
    }

    [Test]
    public async Task Log_at_every_level_contains_no_key()
    {
        var log = new CollectingLoggerProvider();
        using var host = Host(services => services.AddAuroraClient(Configure), log);

        await host.Services.GetRequiredService<AuroraClient>().ListAsync();

        Assert.That(log.Lines, Has.Some.Contains("Request Headers").IgnoreCase, "The headers are logged.");
        Assert.That(log.Everything, Has.None.Contains(_server.ApiKey).And.None.Contains(_server.ApiId));
    }

    [Test]
    public void AddAuroraClient_with_a_null_argument_throws_with_the_parameter_name()
    {
        var services = new ServiceCollection();
        var section = Configuration([]).GetSection(AuroraClientOptions.SectionName);

        Assert.Multiple(() =>
        {
            AssertRefused("services", () => ((IServiceCollection)null!).AddAuroraClient("one", Configure));
            AssertRefused("services", () => ((IServiceCollection)null!).AddAuroraClient("one", section));
            AssertRefused("name", () => services.AddAuroraClient(null!, Configure));
            AssertRefused("name", () => services.AddAuroraClient(null!, section));
            AssertRefused("configure", () => services.AddAuroraClient((Action<AuroraClientOptions>)null!));
            AssertRefused("section", () => services.AddAuroraClient((IConfiguration)null!));
        });
        Assert.That(services, Is.Empty);

        static void AssertRefused(string parameter, Func<IHttpClientBuilder> add) => Assert.That(() => add(), Throws.ArgumentNullException.With.Property("ParamName").EqualTo(parameter));
    }

    [Test]
    public void HttpClient_is_named_after_the_package_and_the_client()
    {
        Assert.That(new ServiceCollection().AddAuroraClient(Configure).Name, Is.EqualTo("Aurora.Client"));
        Assert.That(new ServiceCollection().AddAuroraClient("second", Configure).Name, Is.EqualTo("Aurora.Client:second"));
    }

    [Test]
    public void Clock_comes_from_the_container_or_the_system()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var own = Host(services => services.AddSingleton<TimeProvider>(clock).AddAuroraClient(Configure));
        using var none = Host(services => services.AddAuroraClient(Configure));

        Assert.That(own.Services.GetRequiredService<IOptions<AuroraClientOptions>>().Value.TimeProvider, Is.SameAs(clock));
        Assert.That(none.Services.GetRequiredService<IOptions<AuroraClientOptions>>().Value.TimeProvider, Is.SameAs(TimeProvider.System));
    }

    private static IHost Host(Action<IServiceCollection> add, ILoggerProvider? log = null) => new HostBuilder()
        .ConfigureLogging(logging => _ = log is null ? logging : logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace))
        .ConfigureServices(add).Build();

    private void Configure(AuroraClientOptions options) => (options.ApiId, options.ApiKey, options.BaseAddress) = (_server.ApiId, _server.ApiKey, _server.BaseAddress);

    private IConfigurationRoot Configuration(Dictionary<string, string?> options)
    {
        var defaults = new Dictionary<string, string?> { ["ApiId"] = _server.ApiId, ["ApiKey"] = _server.ApiKey, ["BaseAddress"] = _server.BaseAddress.ToString() };
        var merged = options.Concat(defaults).DistinctBy(pair => pair.Key).ToDictionary(pair => "Aurora:" + pair.Key, pair => pair.Value);
        return new ConfigurationBuilder().AddInMemoryCollection(merged).Build();
    }

    private sealed class PeekingHandler(List<string> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.AddRange(request.Headers.Select(header => header.Key));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
