using System.Net;
using System.Text;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>A fault of a network or a server.</summary>
/// <param name="Name">The name in the tables.</param>
/// <param name="InjectAsync">Sends the response with the fault after a request has been read.</param>
internal sealed record Fault(string Name, Func<RawConnection, FaultSetting, Task> InjectAsync)
{
    /// <summary>Gets the endpoint to connect to instead of the server, for faults that occur before there is a connection.</summary>
    public EndPoint? Endpoint { get; private init; }

    public static Fault Connect(string name, EndPoint endpoint) => new(name, (_, _) => Task.CompletedTask) { Endpoint = endpoint };

    /// <summary>Sends a fixed response and keeps the connection open.</summary>
    public static Fault Response(string name, string status, string body = "", params string[] headers) =>
        new(name, (connection, _) => connection.SendAsync(RawResponse.Of(status, body, headers)));

    /// <summary>Sends an error in the format of the vendor's framework.</summary>
    public static Fault Status(string status, params string[] headers) =>
        Response(status + string.Concat(headers.Select(header => ", " + header)), status, """{"detail": "No."}""", [RawResponse.Json, .. headers]);

    /// <summary>Sends bytes and keeps the connection open.</summary>
    public static Fault Send(string name, Func<FaultSetting, byte[]> bytes) =>
        new(name, (connection, setting) => connection.SendAsync(bytes(setting)));

    /// <summary>Sends bytes and closes the connection.</summary>
    public static Fault SendAndClose(string name, Func<FaultSetting, byte[]> bytes) => new(name, async (connection, setting) =>
    {
        await connection.SendAsync(bytes(setting));
        connection.Close();
    });

    /// <summary>Sends bytes and resets the connection, as after a crash or by a firewall.</summary>
    public static Fault Reset(string name, Func<FaultSetting, byte[]> bytes) => new(name, async (connection, setting) =>
    {
        await connection.SendAsync(bytes(setting));
        connection.Reset();
    });

    /// <summary>Sends bytes and then nothing until the client gives up.</summary>
    public static Fault Stall(string name, Func<FaultSetting, byte[]> bytes) => new(name, async (connection, setting) =>
    {
        await connection.SendAsync(bytes(setting));
        await connection.StallAsync(setting.Clock);
    });
}

/// <summary>The context of a fault.</summary>
/// <param name="Json">The body of the normal response.</param>
/// <param name="Clock">The clock of the client.</param>
/// <param name="OtherOrigin">An origin that must not receive any request.</param>
internal sealed record FaultSetting(string Json, CellClock Clock, Uri OtherOrigin)
{
    public byte[] Body { get; } = Encoding.UTF8.GetBytes(Json);

    public byte[] Half => Body[..(Body.Length / 2)];

    /// <summary>Gets the normal response.</summary>
    public byte[] Response => RawResponse.Of("200 OK", Body, RawResponse.Json);
}
