using System.Net;
using System.Net.Sockets;

namespace Aurora.Testing;

/// <summary>Refuses options with which the fake could not start, or would start as something other than was asked for.</summary>
internal static class AuroraServerOptionsValidator
{
    private const int MaxKeyLength = 256;
    private const int MaxVideoCount = 100_000;

    public static void Validate(AuroraServerOptions options)
    {
        Port(options);
        Key(options.ApiId, nameof(options.ApiId), "demo-api-id");
        Key(options.ApiKey, nameof(options.ApiKey), "demo-api-key");

        if (options.VideoCount is < 0 or > MaxVideoCount)
        {
            throw Refuse(
                nameof(options.VideoCount),
                $"is {options.VideoCount}, and must be from 0 to {MaxVideoCount}. Leave it out for 24 videos.");
        }

        if (options.TimeProvider is null)
        {
            throw Refuse(nameof(options.TimeProvider), "is null. Leave it out for the system clock.");
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
        if (options.Port != 0 && !IsFree(options.Port))
        {
            throw Refuse(nameof(options.Port), $"is {options.Port}, which is in use. Leave it out for any free port.");
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
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
