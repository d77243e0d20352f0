using System.Runtime.CompilerServices;
using Aurora.Cli.Connections;
using Aurora.Cli.Mocks;
using Aurora.Testing;

namespace Aurora.Cli.Fakes;

/// <summary>The fake API as a server for others. As with <see cref="DemoConnection"/>, who names it loads a whole web server.</summary>
internal static class MockServer
{
    private const int RunningSteps = 10;

    // What the server says of its options, in the words of the command line.
    private static readonly (string Option, string Word)[] Words =
    [
        ("AuroraServerOptions.Address", "--host"),
        ("AuroraServerOptions.Port", "--port"),
        ("AuroraServerOptions.ApiId", ApiKeys.IdVariable),
        ("AuroraServerOptions.ApiKey", ApiKeys.KeyVariable),
        ("set AllowRemoteClients", "add --allow-remote"),
    ];

    /// <summary>Starts it.</summary>
    /// <param name="settings">How.</param>
    /// <param name="clock">The clock of the log and of the videos.</param>
    /// <param name="answered">Told of each request, from several threads.</param>
    /// <exception cref="UsageException">The port is in use, other machines would reach it, or a key cannot be sent in a header.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<Mock> StartAsync(MockSettings settings, TimeProvider clock, Action<MockRequest> answered)
    {
        var options = new AuroraServerOptions
        {
            Address = settings.Host,
            AllowRemoteClients = settings.AllowsRemote,
            Port = settings.Port,
            VideoCount = settings.Videos,
            Seed = settings.Seed,
            FaultRate = settings.Faults,
            Progress = settings.Step is { } step ? AuroraVideoProgress.ByTime(step, RunningSteps) : null,
            TimeProvider = clock,
            OnRequestCompleted = request => answered(Told(request)),
        };
        if (!settings.Keys.IsNone)
            (options.ApiId, options.ApiKey) = (settings.Keys.Id, settings.Keys.Key);
        try
        {
            // Off this thread, for Ctrl+C is heard only once the command has let go of it.
            var server = await Task.Run(() => AuroraServer.Start(options));
            return new Mock(server.BaseAddress, new ApiKeys(server.ApiId, server.ApiKey), server);
        }
        catch (ArgumentException exception)
        {
            var message = UsageException.From(exception).Message;
            throw new UsageException(Words.Aggregate(message, (text, pair) => text.Replace(pair.Option, pair.Word, StringComparison.Ordinal)));
        }
    }

    private static MockRequest Told(AuroraCompletedRequest answered)
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
