using System.Runtime.CompilerServices;
using Aurora.Cli.Connections;
using Aurora.Client;
using Aurora.Testing;

namespace Aurora.Cli.Fakes;

/// <summary>The way to a fake API in this process. Whoever names it outside this folder must not be on the way of a command that does not ask for it.</summary>
internal static class DemoConnection
{
    public const string Notice = "Demo: made-up videos from a fake API on this machine. No account is used.";

    // The slowest video makes 47 steps.
    private static readonly AuroraVideoProgress Pace = AuroraVideoProgress.ByTime(TimeSpan.FromSeconds(0.7), runningSteps: 10);

    /// <summary>Starts it.</summary>
    /// <param name="isMoving">Whether its videos move to their end, half a minute away; otherwise they stay as they are, some in each status.</param>
    /// <param name="configure">Sets what else the client needs.</param>
    // Inlined into its caller, this would load the web server for those who did not ask for it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<Connection> OpenAsync(bool isMoving, Action<AuroraClientOptions> configure)
    {
        // Off this thread, for Ctrl+C is heard only once the command has let go of it.
        var server = await Task.Run(() => AuroraServer.Start(new AuroraServerOptions { Progress = isMoving ? Pace : null, ServeMedia = true }));
        var options = new AuroraClientOptions { ApiId = server.ApiId, ApiKey = server.ApiKey, BaseAddress = server.BaseAddress };
        configure(options);
        return new Connection(AuroraClient.Create(options), server.BaseAddress, server);
    }
}
