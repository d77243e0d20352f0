using System.Net;
using System.Runtime.Versioning;
using Aurora.Client.Tests.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace Aurora.Client.Tests.DependencyInjection;

/// <summary>Tests the client in a browser, where .NET cannot open connections.</summary>
[TestFixture]
public sealed class BrowserTests
{
    [Test]
    public void GetRequiredService_without_a_handler_throws_with_the_fix()
    {
        using var provider = Services(_ => { }).BuildServiceProvider();

        Assert.That(() => provider.GetRequiredService<AuroraClient>(), Throws.TypeOf<PlatformNotSupportedException>().With.Message.Contains("Fix: pass an HttpClient").And.Message.Contains("ConfigurePrimaryHttpMessageHandler"));
    }

    [Test]
    public async Task GetRequiredService_with_a_handler_works()
    {
        await using var provider = Services(client => client.ConfigurePrimaryHttpMessageHandler(() => new FakeWire(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("[]") }))).BuildServiceProvider();

        Assert.That(await provider.GetRequiredService<AuroraClient>().ListAsync(), Is.Empty);
    }

    [Test]
    public void Create_without_a_handler_throws_with_the_fix() =>
        Assert.That(() => AuroraClient.Create(FakeWire.Options, BrowserSupport.Placeholder), Throws.TypeOf<PlatformNotSupportedException>().With.Message.Contains("Fix: pass an HttpClient"));

    [Test]
    public void Members_that_open_connections_are_marked_as_unsupported()
    {
        var members = typeof(AuroraClient).GetMethods().Concat(typeof(AuroraServiceCollectionExtensions).GetMethods())
            .Where(method => method.IsStatic && method.IsDefined(typeof(UnsupportedOSPlatformAttribute), inherit: false))
            .Select(method => $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.Name))})");

        Assert.That(members, Is.EquivalentTo(new[]
        {
            "Create(apiId, apiKey)",
            "Create(options, logger)",
            "CreateHandler()",
            "AddAuroraClient(services, configure)",
            "AddAuroraClient(services, section)",
            "AddAuroraClient(services, name, configure)",
            "AddAuroraClient(services, name, section)",
        }));
    }

    private static ServiceCollection Services(Action<IHttpClientBuilder> configure)
    {
        var services = new ServiceCollection();
        services.Configure<AuroraClientOptions>(options => (options.ApiId, options.ApiKey) = ("an-id", "a-key"));
        configure(services.AddClient("", isBrowser: true));
        return services;
    }
}
