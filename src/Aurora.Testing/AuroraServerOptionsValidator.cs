using System.Net;
using System.Net.Sockets;

namespace Aurora.Testing;

/// <summary>Refuses options with which the fake could not start, or would start as something other than was asked for.</summary>
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
                $"is {options.VideoCount}, and must be from 0 to {MaxVideoCount}. Leave it out for 24 videos.");
        }

        if (!(options.FaultRate is >= 0 and <= 1))
        {
            throw Refuse(
                nameof(options.FaultRate),
                FormattableString.Invariant($"is {options.FaultRate}, and must be from 0 to 1. Leave it out for no faults."));
        }

        if (options.RequestLogCapacity is < 1 or > MaxLogCapacity)
        {
            throw Refuse(
                nameof(options.RequestLogCapacity),
                $"is {options.RequestLogCapacity}, and must be from 1 to {MaxLogCapacity}. Leave it out for 200 requests.");
        }

        if (options.TimeProvider is null)
        {
            throw Refuse(nameof(options.TimeProvider), "is null. Leave it out for the system clock.");
        }
    }

    private static void Address(AuroraServerOptions options)
    {
        if (options.Address is null)
            throw Refuse(nameof(options.Address), "is null. Leave it out for 127.0.0.1.");

        if (!options.AllowRemoteClients && !IPAddress.IsLoopback(options.Address))
        {
            throw Refuse(
                nameof(options.Address),
                $"is {options.Address}, which other machines may reach. Leave it out for 127.0.0.1, or set AllowRemoteClients if they should.");
        }
    }

    private static void Port(AuroraServerOptions options)
    {
        if (options.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw Refuse(
                nameof(options.Port),
                $"is {options.Port}, and must be from 0 to 65535. Leave it out for any free port.");
        }

        // WireMock.Net would try for ten seconds before it reported a port in use.
        if (options.Port != 0 && !IsFree(options))
        {
            throw Refuse(nameof(options.Port), $"is {options.Port}, which is in use. Leave it out for any free port.");
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

    // The value stays out of the message: someone may have put a real key there.
    private static void Key(string value, string name, string fallback)
    {
        if (value is null || value.Length is 0 or > MaxKeyLength || value.Any(c => c is <= ' ' or > '~'))
        {
            throw Refuse(
                name,
                $"must be 1 to {MaxKeyLength} visible ASCII characters, for it travels in a header. Leave it out for \"{fallback}\".");
        }
    }

    private static ArgumentException Refuse(string property, string reason, string parameter = "options") =>
        new($"{nameof(AuroraServerOptions)}.{property} {reason}", parameter);
}
