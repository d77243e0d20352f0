using System.Runtime.CompilerServices;
using Aurora.Testing;

namespace Aurora.Cli.Fakes;

/// <summary>The fake API of Aurora.Testing. Creating this object loads no web server, but its methods do.</summary>
internal sealed class FakeApi : IFakeApi
{
    // The slowest video takes 47 steps, which is about half a minute.
    private static readonly TimeSpan DemoStep = TimeSpan.FromSeconds(0.7);

    private const int RunningSteps = 10;

    // Replaces the option names in the messages of the server with those of the command line.
    private static readonly (string Option, string Name)[] OptionNames =
    [
        ("AuroraServerOptions.Address", "--host"),
        ("AuroraServerOptions.Port", "--port"),
        ("AuroraServerOptions.Document", "--document"),
        ("AuroraServerOptions.ApiId", ApiKeys.IdVariable),
        ("AuroraServerOptions.ApiKey", ApiKeys.KeyVariable),
        ("set AllowRemoteClients", "add --allow-remote"),
    ];

    // If this were inlined, commands that do not use the fake API would load the web server too.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<Connection> OpenDemoAsync(bool isAnimated, Action<AuroraClientOptions> configure)
    {
        var progress = isAnimated ? AuroraVideoProgress.ByTime(DemoStep, RunningSteps) : null;
        // Ctrl+C has no effect until the command has released this thread.
        var server = await Task.Run(() => AuroraServer.Start(new AuroraServerOptions { Progress = progress, ServeMedia = true }));
        var options = new AuroraClientOptions { ApiId = server.ApiId, ApiKey = server.ApiKey, BaseAddress = server.BaseAddress };
        configure(options);
        return new Connection(AuroraClient.Create(options), server.BaseAddress, server);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<Mock> StartMockAsync(MockSettings settings, TimeProvider clock, Action<MockRequest> onAnswered)
    {
        var options = new AuroraServerOptions
        {
            Address = settings.Host,
            AllowRemoteClients = settings.AllowsRemote,
            Port = settings.Port,
            VideoCount = settings.Videos,
            Seed = settings.Seed,
            FaultRate = settings.Faults,
            Document = settings.Document,
            Progress = settings.Step is { } step ? AuroraVideoProgress.ByTime(step, RunningSteps) : null,
            TimeProvider = clock,
            OnRequestCompleted = request => onAnswered(ToMockRequest(request)),
        };
        if (!settings.Keys.IsEmpty)
            (options.ApiId, options.ApiKey) = (settings.Keys.Id, settings.Keys.Key);
        try
        {
            var server = await Task.Run(() => AuroraServer.Start(options));
            return new Mock(server.BaseAddress, new ApiKeys(server.ApiId, server.ApiKey), server);
        }
        catch (ArgumentException exception)
        {
            var message = UsageException.From(exception).Message;
            throw new UsageException(OptionNames.Aggregate(message, (text, pair) => text.Replace(pair.Option, pair.Name, StringComparison.Ordinal)));
        }
    }

    private static MockRequest ToMockRequest(AuroraCompletedRequest answered)
    {
        var request = answered.Request;
        return new MockRequest(
            request.ReceivedAt,
            request.Method,
            $"{request}"[(request.Method.Length + 1)..],
            (int?)answered.Status,
            answered.Fault,
            request.IsUnexpected,
            answered.Elapsed);
    }
}
