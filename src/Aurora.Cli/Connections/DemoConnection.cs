using System.Runtime.CompilerServices;
using Aurora.Client;
using Aurora.Testing;

namespace Aurora.Cli.Connections;

/// <summary>The way to a fake API in this process. No other class may name it: whoever does loads a whole web server.</summary>
internal static class DemoConnection
{
    public const string Notice = "Demo: made-up videos from a fake API on this machine. No account is used.";

    // Inlined into its caller, this would load the web server for those who did not ask for it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<Connection> OpenAsync(Action<AuroraClientOptions> configure)
    {
        // Off this thread, for Ctrl+C is heard only once the command has let go of it.
        var server = await Task.Run(() => AuroraServer.Start(new AuroraServerOptions { ServesMedia = true }));
        var options = new AuroraClientOptions { ApiId = server.ApiId, ApiKey = server.ApiKey, BaseAddress = server.BaseAddress };
        configure(options);
        return new Connection(AuroraClient.Create(options), server.BaseAddress, server);
    }
}
