using System.Diagnostics;

namespace Aurora.Client;

/// <summary>How a client reaches the API. Nothing here shows a key: not <see cref="ToString"/>, not the debugger.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class AuroraClientOptions
{
    /// <summary>The shortest <see cref="Timeout"/>.</summary>
    public static readonly TimeSpan MinTimeout = TimeSpan.FromMilliseconds(10);

    /// <summary>The longest <see cref="Timeout"/>.</summary>
    public static readonly TimeSpan MaxTimeout = TimeSpan.FromHours(24);

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

    /// <summary>How long one call may take, to the last byte of the response.</summary>
    /// <value>From <see cref="MinTimeout"/> to <see cref="MaxTimeout"/>. The default is 100 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The address, never a key.</summary>
    public override string ToString() => $"Aurora API at {BaseAddress}";
}
