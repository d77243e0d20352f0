using System.Net;
using Aurora.Cli.Connections;

namespace Aurora.Cli.Mocks;

/// <summary>How a mock starts.</summary>
/// <param name="Host">The address to listen on.</param>
/// <param name="AllowsRemote">Whether it may be one that other machines reach.</param>
/// <param name="Port">The port; 0 for any free one.</param>
/// <param name="Videos">How many videos the account has.</param>
/// <param name="Seed">Chooses the videos and the faults.</param>
/// <param name="Faults">The part of all requests that meet a fault.</param>
/// <param name="Step">How long a step of the videos takes; null where they stay as they are.</param>
/// <param name="Keys">The keys that requests must carry; none for those of the demo.</param>
internal sealed record MockSettings(IPAddress Host, bool AllowsRemote, int Port, int Videos, int Seed, double Faults, TimeSpan? Step, ApiKeys Keys);
