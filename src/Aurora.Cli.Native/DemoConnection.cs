using System.Diagnostics;
using Aurora.Client;

namespace Aurora.Cli.Connections;

/// <summary>The counterpart of the managed tool's. Whoever asks for the fake API has been handed over before.</summary>
internal static class DemoConnection
{
    public const string Notice = "";

    public static Task<Connection> OpenAsync(Action<AuroraClientOptions> configure) => throw new UnreachableException();
}
