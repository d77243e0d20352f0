using System.Diagnostics;
using Aurora.Cli.Connections;
using Aurora.Client;

namespace Aurora.Cli.Fakes;

/// <summary>The counterpart of the managed tool's. Whoever asks for the fake API has been handed over before.</summary>
internal static class DemoConnection
{
    public const string Notice = "";

    public static Task<Connection> OpenAsync(bool isMoving, Action<AuroraClientOptions> configure) => throw new UnreachableException();
}
