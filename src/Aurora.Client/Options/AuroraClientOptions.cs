using System.Buffers;
using System.Diagnostics;

namespace Aurora.Client;

/// <summary>How a client reaches the API. Nothing here shows a key: not <see cref="ToString"/>, not the debugger.</summary>
[DebuggerDisplay("{ToString(),nq}")]
[System.Text.Json.Serialization.JsonConverter(typeof(RefusedByJson))]
[Newtonsoft.Json.JsonConverter(typeof(RefusedByJson.Newtonsoft))]
public sealed class AuroraClientOptions
{
    /// <summary>The configuration section that <c>AddAuroraClient</c> reads: <c>Aurora</c>.</summary>
    public const string SectionName = "Aurora";

    /// <summary>The API ID, from the vendor's settings page.</summary>
    /// <value>Required: visible ASCII characters.</value>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiId { get; set; } = "";

    /// <summary>The API key, from the vendor's settings page.</summary>
    /// <value>Required: visible ASCII characters.</value>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; set; } = "";

    /// <summary>Where the API is. The keys are sent to this origin and to no other.</summary>
    /// <value>
    /// An absolute <c>https</c> address without query, fragment or user; <c>http</c> only on this machine. A path is kept and
    /// goes before the document's paths. The default is <see cref="AuroraApi.DefaultBaseAddress"/>.
    /// </value>
    public Uri BaseAddress { get; set; } = AuroraApi.DefaultBaseAddress;

    /// <summary>How long one call may take, with all its attempts, to the last byte of the response; for a stream, to the response's headers.</summary>
    /// <value>From 10 milliseconds to 24 hours. The default is 100 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How long one attempt may take, the wait for a free connection included; for a stream, to the response's headers.</summary>
    /// <value>From 10 milliseconds to 24 hours. The default is 30 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the API may be silent in the middle of a body.</summary>
    /// <value>From 10 milliseconds to 24 hours. The default is 15 seconds.</value>
    public TimeSpan BodyIdleTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a failed request is made again, where that can help (408, 429, 5xx, a broken connection, silence).</summary>
    /// <value>From 0 to 10. The default is 3.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// Gets or sets whether requests that change something (POST, PUT, PATCH and DELETE) are retried like all others. By default they are
    /// retried only if the API certainly did not process them: the connection failed, or the status was 429, or 503 with
    /// <c>Retry-After</c>. Otherwise a create whose response is lost could make, and charge for, more than one video.
    /// </summary>
    /// <value>Defaults to false.</value>
    public bool RetryUnsafeRequests { get; set; }

    /// <summary>How long to wait before the first retry; it doubles for each further one, and varies at random.</summary>
    /// <value>From 0 to 1 minute. The default is half a second. A <c>Retry-After</c> of the API goes before it.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>How many requests one call over many ids makes at the same time.</summary>
    /// <value>From 1 to 64. The default is 4.</value>
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>
    /// The largest body that is read as a whole, in bytes after decompression; a video counts as 256 at the least, so that the smallest
    /// do not fill the memory. A stream has no such limit.
    /// </summary>
    /// <value>From 1 KiB to 2 GiB less one byte. The default is 256 MiB.</value>
    public int MaxResponseBytes { get; set; } = 256 * 1024 * 1024;

    /// <summary>The largest single video, in bytes of JSON.</summary>
    /// <value>From 1 KiB to 256 MiB. The default is 1 MiB.</value>
    public int MaxVideoBytes { get; set; } = 1024 * 1024;

    /// <summary>What to do about a response that departs from the document.</summary>
    /// <value>The default is <see cref="Aurora.Client.SchemaDriftHandling.Report"/>.</value>
    public SchemaDriftHandling SchemaDriftHandling { get; set; }

    /// <summary>
    /// Called on the thread that reads, once for each kind and path in which responses depart from the document; with
    /// <see cref="SchemaDriftHandling.ReportAll"/> each time, in a stream before the video that departs is handed out.
    /// </summary>
    /// <value>The default is null: no call. What it throws ends the call that read the response.</value>
    public Action<SchemaDrift>? OnSchemaDrift { get; set; }

    /// <summary>Gets or sets the clock of every timeout, pause and interval.</summary>
    /// <value>Never null. Defaults to <see cref="TimeProvider.System"/>; in a container, to its <see cref="TimeProvider"/> if it has one.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Returns the base address, and never a key.</summary>
    public override string ToString() => $"Aurora API at {BaseAddress}";

    // Buffers for responses come from this pool.
    internal ArrayPool<byte> Pool = ArrayPool<byte>.Shared;

    internal AuroraClientOptions Clone() => (AuroraClientOptions)MemberwiseClone();
}
