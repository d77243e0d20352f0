using Aurora.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aurora.Client.Tests.DependencyInjection;

/// <summary>Tests configuration that changes during the lifetime of the client and becomes invalid.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReloadTests : IDisposable
{
    private readonly AuroraServer _server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 3 });
    private readonly CollectingLoggerProvider _log = new();

    public void Dispose() => _server.Dispose();

    private int Errors => _log.Lines.Count(line => line.StartsWith("Error", StringComparison.Ordinal));

    [Test]
    public async Task Invalid_change_keeps_the_last_options_and_is_logged_once()
    {
        var configuration = Configuration();
        await using var provider = Provider(configuration);
        var aurora = provider.GetRequiredService<AuroraClient>();
        await aurora.ListAsync();

        Change(configuration, "MaxRetries", "-1");
        for (var i = 0; i < 3; i++)
            Assert.That(await aurora.ListAsync(), Has.Count.EqualTo(3));

        Assert.That(Errors, Is.EqualTo(1));
        Assert.That(_log.Lines, Has.Some.StartsWith("Error 5 ").And.Some.Contains("keeps the previous").And.Some.Contains("MaxRetries").And.None.Contains(_server.ApiKey));
    }

    [Test]
    public async Task Each_invalid_change_is_logged()
    {
        var configuration = Configuration();
        await using var provider = Provider(configuration);
        var aurora = provider.GetRequiredService<AuroraClient>();

        foreach (var retries in new[] { "-1", "-1", "-2" })
        {
            Change(configuration, "MaxRetries", retries);
            await aurora.ListAsync();
        }

        Assert.That(Errors, Is.EqualTo(3));
    }

    [Test]
    public async Task Valid_change_after_an_invalid_one_is_used()
    {
        var configuration = Configuration();
        await using var provider = Provider(configuration);
        var aurora = provider.GetRequiredService<AuroraClient>();
        Change(configuration, "ApiKey", "");
        await aurora.ListAsync();

        Change(configuration, "ApiKey", "another-key");

        Assert.That(await Thrown.By(() => aurora.ListAsync()), Has.Property("Kind").EqualTo(AuroraErrorKind.Authentication));
    }

    [Test]
    public async Task Watch_continues_after_an_invalid_change()
    {
        var configuration = Configuration();
        await using var provider = Provider(configuration);
        var video = _server.Videos.Add(AuroraStatus.Running);
        var seen = new List<string>();

        await foreach (var change in provider.GetRequiredService<AuroraClient>().WatchAsync([video], new AuroraWatchOptions { Interval = TimeSpan.FromMilliseconds(100) }))
        {
            seen.Add(change.Video.Status.Value);
            Change(configuration, "BaseAddress", "ftp://nowhere.example");
            _server.Videos.Update(video, json => json["status"] = AuroraStatus.Done.Value);
        }

        Assert.That(seen, Is.EqualTo(new[] { "running", "done" }));
    }

    [Test]
    public void Options_that_were_never_valid_throw_with_the_name_of_the_client()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddAuroraClient("second", options => options.ApiId = "an-id");
        using var provider = services.BuildServiceProvider();

        Assert.That(() => provider.GetRequiredKeyedService<AuroraClient>("second"), Throws.TypeOf<OptionsValidationException>().With.Message.StartsWith("Aurora client 'second': ApiKey is missing"));
    }

    // The options monitor itself throws from the reload.
    private static void Change(IConfigurationRoot configuration, string option, string value)
    {
        configuration["Aurora:" + option] = value;
        try
        {
            configuration.Reload();
        }
        catch (OptionsValidationException)
        {
        }
        catch (AggregateException exception) when (exception.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
        }
    }

    private ServiceProvider Provider(IConfiguration configuration)
    {
        var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(_log));
        services.AddAuroraClient(configuration.GetSection("Aurora"));
        return services.BuildServiceProvider();
    }

    private IConfigurationRoot Configuration() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Aurora:ApiId"] = _server.ApiId,
        ["Aurora:ApiKey"] = _server.ApiKey,
        ["Aurora:BaseAddress"] = _server.BaseAddress.ToString(),
    }).Build();
}
