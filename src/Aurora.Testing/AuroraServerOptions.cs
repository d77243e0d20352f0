namespace Aurora.Testing;

/// <summary>How an <see cref="AuroraServer"/> starts. Every property has a default, so <c>new()</c> is enough.</summary>
/// <remarks>The values are read once, by <see cref="AuroraServer.Start"/>; later changes do not reach a running server.</remarks>
public sealed class AuroraServerOptions
{
    /// <summary>The loopback port to listen on.</summary>
    /// <value>Default 0, which takes any free port. Range 0 to 65535; a port that is in use is refused.</value>
    public int Port { get; set; }

    /// <summary>The value that a request must carry in the header <c>X-API-ID</c>. Case matters.</summary>
    /// <value>Default <c>demo-api-id</c>. 1 to 256 visible ASCII characters.</value>
    public string ApiId { get; set; } = "demo-api-id";

    /// <summary>The value that a request must carry in the header <c>X-API-KEY</c>. Case matters.</summary>
    /// <value>Default <c>demo-api-key</c>. 1 to 256 visible ASCII characters.</value>
    public string ApiKey { get; set; } = "demo-api-key";

    /// <summary>How many videos the account holds at the start, as <see cref="VideoGenerator"/> makes them.</summary>
    /// <value>Default 24. Range 0 to 100000. From 6 on, every status is among them.</value>
    public int VideoCount { get; set; } = 24;

    /// <summary>Chooses the videos: the same seed gives the same bytes on every machine.</summary>
    /// <value>Default 1. Every integer is allowed.</value>
    public int Seed { get; set; } = 1;

    /// <summary>The clock behind <see cref="AuroraRequestLogEntry.ReceivedAt"/>.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>. Never null.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
