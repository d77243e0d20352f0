using System.Net.Sockets;
using System.Numerics;

namespace Aurora.Testing;

/// <summary>Validates options before anything is started.</summary>
internal static class AuroraServerOptionsValidator
{
    private const int MaxKeyLength = 256;
    private const int MaxVideoCount = 100_000;
    private const int MaxLogCapacity = 100_000;

    public static void Validate(AuroraServerOptions options)
    {
        Address(options);
        Port(options);
        Key(options.ApiId, nameof(options.ApiId), "demo-api-id");
        Key(options.ApiKey, nameof(options.ApiKey), "demo-api-key");
        Range(nameof(options.VideoCount), options.VideoCount, 0, MaxVideoCount, "start with 24 videos");
        Range(nameof(options.FaultRate), options.FaultRate, 0, 1, "inject no faults");
        Range(nameof(options.RequestLogCapacity), options.RequestLogCapacity, 1, MaxLogCapacity, "log 200 requests");
        if (options.TimeProvider is null)
            throw Refuse(nameof(options.TimeProvider), "is null, but is required. Omit it to use the system clock.");
        Document(options);
    }

    private static void Document(AuroraServerOptions options)
    {
        try
        {
            if (options.Document is not null)
                ApiDocument.Parse(options.Document);
        }
        catch (FormatException exception)
        {
            throw Refuse(nameof(options.Document), $"is not an OpenAPI document: {exception.Message} Omit it to use the document of the client.");
        }
    }

    private static void Address(AuroraServerOptions options)
    {
        if (options.Address is null)
            throw Refuse(nameof(options.Address), "is null, but is required. Omit it to listen on 127.0.0.1.");

        if (!options.AllowRemoteClients && !IPAddress.IsLoopback(options.Address))
        {
            throw Refuse(
                nameof(options.Address),
                $"is {options.Address}, which other machines can reach. Omit it to listen on 127.0.0.1, or set AllowRemoteClients to allow them.");
        }
    }

    private static void Port(AuroraServerOptions options)
    {
        Range(nameof(options.Port), options.Port, IPEndPoint.MinPort, IPEndPoint.MaxPort, "use a free port");
        // WireMock.Net retries for ten seconds before it reports that a port is in use.
        if (options.Port != 0 && !IsFree(options))
            throw Refuse(nameof(options.Port), $"is {options.Port}, which is in use. Omit it to use a free port.");
    }

    private static bool IsFree(AuroraServerOptions options)
    {
        using var listener = new TcpListener(options.Address, options.Port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // The message does not contain the value, because it could be a real key.
    private static void Key(string value, string name, string fallback)
    {
        if (value is null || value.Length is 0 or > MaxKeyLength || value.Any(c => c is <= ' ' or > '~'))
        {
            throw Refuse(
                name,
                $"must have 1 to {MaxKeyLength} visible ASCII characters, because it is sent in a header. Omit it to use \"{fallback}\".");
        }
    }

    private static void Range<T>(string property, T value, T min, T max, string effectOfDefault)
        where T : INumber<T>
    {
        // NaN is neither less nor greater than a limit.
        if (!(value >= min && value <= max))
            throw Refuse(property, FormattableString.Invariant($"is {value}, but must be between {min} and {max}. Omit it to {effectOfDefault}."));
    }

    private static ArgumentException Refuse(string property, string reason, string parameter = "options") =>
        new($"{nameof(AuroraServerOptions)}.{property} {reason}", parameter);
}
