namespace Aurora.Testing;

/// <summary>Options for <see cref="AuroraServer.Start"/>.</summary>
/// <remarks><see cref="AuroraServer.Start"/> reads the values once. Later changes do not affect a running server.</remarks>
public sealed class AuroraServerOptions
{
    /// <summary>Gets or sets the IP address to listen on.</summary>
    /// <value>
    /// Must be a loopback address unless <see cref="AllowRemoteClients"/> is true. Defaults to <see cref="IPAddress.Loopback"/>.
    /// </value>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>
    /// Gets or sets a value that indicates whether <see cref="Address"/> can be an address that other machines can reach. Clients on other
    /// machines send the keys unencrypted.
    /// </summary>
    /// <value>Defaults to false.</value>
    public bool AllowRemoteClients { get; set; }

    /// <summary>Gets or sets the port to listen on.</summary>
    /// <value>Must be between 0 and 65535, and not in use. Defaults to 0, which selects a free port.</value>
    public int Port { get; set; }

    /// <summary>Gets or sets the value that requests must send in the <c>X-API-ID</c> header. The comparison is case-sensitive.</summary>
    /// <value>Must have 1 to 256 visible ASCII characters. Defaults to <c>demo-api-id</c>.</value>
    public string ApiId { get; set; } = "demo-api-id";

    /// <summary>Gets or sets the value that requests must send in the <c>X-API-KEY</c> header. The comparison is case-sensitive.</summary>
    /// <value>Must have 1 to 256 visible ASCII characters. Defaults to <c>demo-api-key</c>.</value>
    public string ApiKey { get; set; } = "demo-api-key";

    /// <summary>
    /// Gets or sets the OpenAPI document to serve, as text in YAML or JSON. Operations that follow the conventions of Django REST framework, such as
    /// <c>aurora_list</c> and <c>aurora_create</c>, list and change the videos in the account. Each other operation returns a valid sample.
    /// </summary>
    /// <value>Defaults to null: the document that the client was generated from.</value>
    public string? Document { get; set; }

    /// <summary>
    /// Gets or sets the number of videos that the account contains at the start. <see cref="AuroraVideoGenerator"/> generates them.
    /// </summary>
    /// <value>Must be between 0 and 100000. Defaults to 24. With 6 or more videos, every status occurs.</value>
    public int VideoCount { get; set; } = 24;

    /// <summary>
    /// Gets or sets a value that indicates whether the server also serves small, valid media files for the generated videos. The files are
    /// served on a second port without authentication, and support range requests and entity tags. The properties <c>video_output</c>,
    /// <c>preview</c> and <c>image</c> of generated videos refer to them.
    /// </summary>
    /// <value>Defaults to false: the URLs refer to a host that does not exist.</value>
    public bool ServeMedia { get; set; }

    /// <summary>Gets or sets the seed for the generated videos. The same seed generates the same bytes on every machine.</summary>
    /// <value>Defaults to 1.</value>
    public int Seed { get; set; } = 1;

    /// <summary>
    /// Gets or sets how fast all videos progress. Each generated video starts at a step that depends on <see cref="Seed"/>, and ends in the
    /// status that it would have without progress, or in <c>done</c> if that status is not final. A video that you add starts in its current
    /// status and ends in <c>done</c>, unless its status is already final.
    /// </summary>
    /// <value>Defaults to null: no video progresses. Use <see cref="AuroraVideoCollection.SetProgress"/> for individual videos.</value>
    public AuroraVideoProgress? Progress { get; set; }

    /// <summary>
    /// Gets or sets the share of requests that get one of <see cref="AuroraFault.CommonFaults"/>. <see cref="Seed"/> determines which.
    /// </summary>
    /// <value>Must be between 0 and 1. Defaults to 0. Use <see cref="AuroraServer.InjectFaultsRandomly"/> for other faults.</value>
    public double FaultRate { get; set; }

    /// <summary>Gets or sets the maximum number of requests in <see cref="AuroraServer.Requests"/>.</summary>
    /// <value>Must be between 1 and 100000. Defaults to 200.</value>
    public int RequestLogCapacity { get; set; } = 200;

    /// <summary>
    /// Gets or sets a callback that is called for each request when its response has been sent or its fault has ended. Several threads can
    /// call it at the same time. Exceptions that it throws are ignored.
    /// </summary>
    /// <value>Defaults to null.</value>
    public Action<AuroraCompletedRequest>? OnRequestCompleted { get; set; }

    /// <summary>Gets or sets the clock for the request log, <see cref="Progress"/> and delays.</summary>
    /// <value>Must not be null. Defaults to <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
