using System.Buffers;
using System.Diagnostics;

namespace Aurora.Client;

/// <summary>Options for <see cref="AuroraClient"/>. Neither <see cref="ToString"/> nor the debugger shows a key.</summary>
[DebuggerDisplay("{ToString(),nq}")]
[System.Text.Json.Serialization.JsonConverter(typeof(RefusedByJson))]
[Newtonsoft.Json.JsonConverter(typeof(RefusedByJson.Newtonsoft))]
public sealed class AuroraClientOptions
{
    /// <summary>The configuration section that <c>AddAuroraClient</c> reads: <c>Aurora</c>.</summary>
    public const string SectionName = "Aurora";

    /// <summary>Gets or sets the API ID. The vendor's settings page shows it.</summary>
    /// <value>Required. Only visible ASCII characters are allowed.</value>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiId { get; set; } = "";

    /// <summary>Gets or sets the API key. The vendor's settings page shows it.</summary>
    /// <value>Required. Only visible ASCII characters are allowed.</value>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; set; } = "";

    /// <summary>Gets or sets the address of the API. The keys are sent to this origin only.</summary>
    /// <value>
    /// An absolute <c>https</c> address without a query, a fragment or a user. <c>http</c> is allowed for loopback addresses only. A path is
    /// put in front of the paths in the document. Defaults to <see cref="AuroraApi.DefaultBaseAddress"/>.
    /// </value>
    public Uri BaseAddress { get; set; } = AuroraApi.DefaultBaseAddress;

    /// <summary>Gets or sets the timeout of a call, including all its attempts and the whole response. For a stream, it ends with the headers of the response.</summary>
    /// <value>Between 10 milliseconds and 24 hours. Defaults to 100 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Gets or sets the timeout of one attempt, including the wait for a free connection. For a stream, it ends with the headers of the response.</summary>
    /// <value>Between 10 milliseconds and 24 hours. Defaults to 30 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the maximum time between two parts of a response body.</summary>
    /// <value>Between 10 milliseconds and 24 hours. Defaults to 15 seconds.</value>
    public TimeSpan BodyIdleTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets the maximum number of retries after a failure that may be temporary: 408, 429, 5xx, a broken connection or a timeout.</summary>
    /// <value>Between 0 and 10. Defaults to 3.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// Gets or sets whether requests that change something (POST, PUT, PATCH and DELETE) are retried like all others. By default they are
    /// retried only if the API certainly did not process them: the connection failed, or the status was 429, or 503 with
    /// <c>Retry-After</c>. Otherwise, a create whose response is lost could make, and charge for, more than one video.
    /// </summary>
    /// <value>Defaults to false.</value>
    public bool RetryUnsafeRequests { get; set; }

    /// <summary>Gets or sets the delay before the first retry. It doubles with each further retry and varies randomly.</summary>
    /// <value>Between 0 and 1 minute. Defaults to 0.5 seconds. A <c>Retry-After</c> header of the API takes precedence.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Gets or sets the maximum number of requests that one call with many ids sends at the same time.</summary>
    /// <value>Between 1 and 64. Defaults to 4.</value>
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>
    /// Gets or sets the maximum size of a response body that is read as a whole, in bytes after decompression. A video counts as at least 256
    /// bytes, so that many tiny videos cannot exhaust the memory. Streams have no such limit.
    /// </summary>
    /// <value>Between 1 KiB and 2 GiB minus one byte. Defaults to 256 MiB.</value>
    public int MaxResponseBytes { get; set; } = 256 * 1024 * 1024;

    /// <summary>Gets or sets the maximum size of one video, in bytes of JSON.</summary>
    /// <value>Between 1 KiB and 256 MiB. Defaults to 1 MiB.</value>
    public int MaxVideoBytes { get; set; } = 1024 * 1024;

    /// <summary>Gets or sets the products that precede <c>Aurora.Client</c> in the <c>User-Agent</c> header of each request, such as <c>MyApp/1.2</c>.</summary>
    /// <value>Product names, each with or without a version, separated by spaces. Defaults to null: the header names only the client and its runtime.</value>
    public string? UserAgentApplicationId { get; set; }

    /// <summary>Gets or sets what the client does when a response deviates from the document.</summary>
    /// <value>Defaults to <see cref="Aurora.Client.SchemaDriftHandling.Report"/>.</value>
    public SchemaDriftHandling SchemaDriftHandling { get; set; }

    /// <summary>
    /// Gets or sets the callback for deviations of responses from the document. It is called on the reading thread, once for each kind and path.
    /// With <see cref="SchemaDriftHandling.ReportAll"/> it is called for every deviation; in a stream, before the video is returned.
    /// </summary>
    /// <value>Defaults to null. If it throws, the call that reads the response fails with that exception.</value>
    public Action<SchemaDrift>? OnSchemaDrift { get; set; }

    /// <summary>Gets or sets the clock for all timeouts, pauses and intervals.</summary>
    /// <value>Never null. Defaults to <see cref="TimeProvider.System"/>; in a container, to its <see cref="TimeProvider"/> if it has one.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Returns the base address without the keys.</summary>
    public override string ToString() => $"Aurora API at {BaseAddress}";

    internal ArrayPool<byte> Pool = ArrayPool<byte>.Shared;

    /// <summary>Gets the redaction of the keys, which do not change after the client has copied the options.</summary>
    internal KeyRedaction Redaction => field ??= new KeyRedaction(ApiId, ApiKey);

    internal AuroraClientOptions Clone() => (AuroraClientOptions)MemberwiseClone();
}
