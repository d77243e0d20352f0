using System.Net;

namespace Aurora.Testing;

/// <summary>How an <see cref="AuroraServer"/> starts. Every property has a default, so <c>new()</c> is enough.</summary>
/// <remarks>The values are read once, by <see cref="AuroraServer.Start"/>; later changes do not reach a running server.</remarks>
public sealed class AuroraServerOptions
{
    /// <summary>The address to listen on. Other machines reach the server only on one that is not loopback.</summary>
    /// <value>Default <see cref="IPAddress.Loopback"/>. Any loopback address; others with <see cref="AllowRemoteClients"/> only.</value>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>Whether <see cref="Address"/> may be one that other machines reach. They need the keys, which travel unencrypted.</summary>
    /// <value>Default false.</value>
    public bool AllowRemoteClients { get; set; }

    /// <summary>The port to listen on.</summary>
    /// <value>Default 0, which takes any free port. Range 0 to 65535; a port that is in use is refused.</value>
    public int Port { get; set; }

    /// <summary>The value that a request must carry in the header <c>X-API-ID</c>. Case matters.</summary>
    /// <value>Default <c>demo-api-id</c>. 1 to 256 visible ASCII characters.</value>
    public string ApiId { get; set; } = "demo-api-id";

    /// <summary>The value that a request must carry in the header <c>X-API-KEY</c>. Case matters.</summary>
    /// <value>Default <c>demo-api-key</c>. 1 to 256 visible ASCII characters.</value>
    public string ApiKey { get; set; } = "demo-api-key";

    /// <summary>How many videos the account holds at the start, as <see cref="AuroraVideoGenerator"/> makes them.</summary>
    /// <value>Default 24. Range 0 to 100000. From 6 on, every status is among them.</value>
    public int VideoCount { get; set; } = 24;

    /// <summary>
    /// Whether a second server, on a port of its own, has files for the made-up videos: small ones that are valid, with ranges and entity
    /// tags, for everybody who asks. <c>video_output</c>, <c>preview</c> and <c>image</c> point to it then. Videos that a test makes itself keep their addresses.
    /// </summary>
    /// <value>Default false: the addresses are of a host that does not exist.</value>
    public bool ServesMedia { get; set; }

    /// <summary>Chooses the videos: the same seed gives the same bytes on every machine.</summary>
    /// <value>Default 1. Every integer is allowed.</value>
    public int Seed { get; set; } = 1;

    /// <summary>
    /// The pace at which all videos move to their end, each on its way of its own by the seed, so that some end soon and others later. Those with
    /// which the server starts are set back to somewhere on it, and end as they would have been without; what is added begins where it is,
    /// unless it has ended, and ends as done.
    /// </summary>
    /// <value>Default null: no video changes by itself. <see cref="AuroraVideoCollection.SetProgress"/> sets single ones in motion.</value>
    public AuroraVideoProgress? Progress { get; set; }

    /// <summary>The part of all requests that meet one of <see cref="AuroraFault.Everyday"/>, chosen by <see cref="Seed"/>.</summary>
    /// <value>Default 0, none. Range 0 to 1. <see cref="AuroraServer.InjectFaultsRandomly"/> takes other faults.</value>
    public double FaultRate { get; set; }

    /// <summary>How many requests <see cref="AuroraServer.Requests"/> keeps.</summary>
    /// <value>Default 200. Range 1 to 100000.</value>
    public int RequestLogCapacity { get; set; } = 200;

    /// <summary>
    /// Told of each request when its answer has been sent, or its fault has ended. It may be called from several threads at once, and
    /// what it throws is ignored.
    /// </summary>
    /// <value>Default null.</value>
    public Action<AuroraAnsweredRequest>? OnRequestAnswered { get; set; }

    /// <summary>The clock of everything that the server does in time: the log, <see cref="Progress"/>, delays.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>. Never null.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
