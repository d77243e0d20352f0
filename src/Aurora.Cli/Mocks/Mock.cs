using System.Net;
using Aurora.Cli.Connections;

namespace Aurora.Cli.Mocks;

/// <summary>A running mock server.</summary>
/// <param name="Address">The address of the server.</param>
/// <param name="Keys">The keys that requests must contain.</param>
/// <param name="Server">The server, which is disposed together with this object.</param>
internal sealed record Mock(Uri Address, ApiKeys Keys, IAsyncDisposable Server) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

/// <summary>The settings of the mock server.</summary>
/// <param name="Host">The address to listen on.</param>
/// <param name="AllowsRemote">Whether other machines may reach the address.</param>
/// <param name="Port">The port, or 0 for a free port.</param>
/// <param name="Videos">The number of videos in the account.</param>
/// <param name="Seed">The seed for the videos and the faults.</param>
/// <param name="Faults">The proportion of requests that fail, from 0 to 1.</param>
/// <param name="Step">The time between two steps of the videos, or null if they do not change.</param>
/// <param name="Document">The text of the OpenAPI document to serve, or null for the one of the tool.</param>
/// <param name="Keys">The keys that requests must contain. If empty, the demo keys are used.</param>
internal sealed record MockSettings(
    IPAddress Host, bool AllowsRemote, int Port, int Videos, int Seed, double Faults, TimeSpan? Step, string? Document, ApiKeys Keys);
