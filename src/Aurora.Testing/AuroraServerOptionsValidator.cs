using System.Net;
using System.Net.Sockets;
using Aurora.Testing.Documents;

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

        if (options.VideoCount is < 0 or > MaxVideoCount)
        {
            throw Refuse(
                nameof(options.VideoCount),
                $"is {options.VideoCount}, but must be between 0 and {MaxVideoCount}. Omit it to start with 24 videos.");
        }

        if (!(options.FaultRate is >= 0 and <= 1))
        {
            throw Refuse(
                nameof(options.FaultRate),
                FormattableString.Invariant($"is {options.FaultRate}, but must be between 0 and 1. Omit it to inject no faults."));
        }

        if (options.RequestLogCapacity is < 1 or > MaxLogCapacity)
        {
            throw Refuse(
                nameof(options.RequestLogCapacity),
                $"is {options.RequestLogCapacity}, but must be between 1 and {MaxLogCapacity}. Omit it to log 200 requests.");
        }

        if (options.TimeProvider is null)
        {
            throw Refuse(nameof(options.TimeProvider), "is null, but is required. Omit it to use the system clock.");
        }

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
            throw Refuse(
                nameof(options.Document), $"is not an OpenAPI document: {exception.Message} Omit it to use the document of the client.");
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
        if (options.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw Refuse(
                nameof(options.Port),
                $"is {options.Port}, but must be between 0 and 65535. Omit it to use a free port.");
        }

        // WireMock.Net retries for ten seconds before it reports that a port is in use.
        if (options.Port != 0 && !IsFree(options))
        {
            throw Refuse(nameof(options.Port), $"is {options.Port}, which is in use. Omit it to use a free port.");
        }
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

    private static ArgumentException Refuse(string property, string reason, string parameter = "options") =>
        new($"{nameof(AuroraServerOptions)}.{property} {reason}", parameter);
}
