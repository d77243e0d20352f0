using System.Runtime.CompilerServices;
using Aurora.Cli.Connections;
using Aurora.Client;
using Aurora.Testing;

namespace Aurora.Cli.Fakes;

/// <summary>Connects to a fake API in this process. Only commands that use the fake API may call it, because it loads a web server.</summary>
internal static class DemoConnection
{
    public const string Notice = "Demo: These sample videos come from a fake API on this machine. No account is used.";

    // The slowest video takes 47 steps, which is about half a minute.
    private static readonly AuroraVideoProgress Pace = AuroraVideoProgress.ByTime(TimeSpan.FromSeconds(0.7), runningSteps: 10);

    /// <summary>Starts the fake API and creates a client for it.</summary>
    /// <param name="isAnimated">Whether the videos progress until they are final. Otherwise, they do not change.</param>
    /// <param name="configure">Sets the other options of the client.</param>
    // If this were inlined, commands that do not use the fake API would load the web server too.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<Connection> OpenAsync(bool isAnimated, Action<AuroraClientOptions> configure)
    {
        // Ctrl+C has no effect until the command has released this thread.
        var server = await Task.Run(() => AuroraServer.Start(new AuroraServerOptions { Progress = isAnimated ? Pace : null, ServeMedia = true }));
        var options = new AuroraClientOptions { ApiId = server.ApiId, ApiKey = server.ApiKey, BaseAddress = server.BaseAddress };
        configure(options);
        return new Connection(AuroraClient.Create(options), server.BaseAddress, server);
    }
}
