using System.Diagnostics;
using Aurora.Cli.Connections;
using Aurora.Client;

namespace Aurora.Cli.Fakes;

/// <summary>A stub. Commands that require the fake API run in the portable build.</summary>
internal static class DemoConnection
{
    public const string Notice = "";

    public static Task<Connection> OpenAsync(bool isAnimated, Action<AuroraClientOptions> configure) => throw new UnreachableException();
}
