using System.Runtime.CompilerServices;
using Aurora.Cli.Connections;
using Aurora.Cli.Mocks;
using Aurora.Testing;

namespace Aurora.Cli.Fakes;

/// <summary>Runs the fake API as a server for other programs. Like <see cref="DemoConnection"/>, it loads a web server.</summary>
internal static class MockServer
{
    private const int RunningSteps = 10;

    // Replaces the option names in the messages of the server with those of the command line.
    private static readonly (string Option, string Name)[] OptionNames =
    [
        ("AuroraServerOptions.Address", "--host"),
        ("AuroraServerOptions.Port", "--port"),
        ("AuroraServerOptions.Document", "--document"),
        ("AuroraServerOptions.ApiId", ApiKeys.IdVariable),
        ("AuroraServerOptions.ApiKey", ApiKeys.KeyVariable),
        ("set AllowRemoteClients to true", "add --allow-remote"),
        ("set AllowRemoteClients", "add --allow-remote"),
        ("Set AllowRemoteClients to true", "Add --allow-remote"),
        ("AllowRemoteClients", "--allow-remote"),
    ];

    /// <summary>Starts the server.</summary>
    /// <param name="settings">The settings of the server.</param>
    /// <param name="clock">The clock for the log and the videos.</param>
    /// <param name="onAnswered">Called after each response, from several threads.</param>
    /// <exception cref="UsageException">
    /// The port is in use, <c>--allow-remote</c> is required, the document is not valid, or a key is not valid in a header.
    /// </exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<Mock> StartAsync(MockSettings settings, TimeProvider clock, Action<MockRequest> onAnswered)
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
            // Ctrl+C has no effect until the command has released this thread.
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
