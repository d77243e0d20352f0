using System.Net;
using System.Text;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>Something that a network or a server does.</summary>
/// <param name="Name">What it is called in the tables.</param>
/// <param name="Meet">Does it, when a request has been read whose right answer would have this body.</param>
internal sealed record Fault(string Name, Func<RawConnection, FaultSetting, Task> Meet)
{
    /// <summary>Where the connection goes instead, for what happens before there is one.</summary>
    public EndPoint? Instead { get; private init; }

    public static Fault Connecting(string name, EndPoint instead) => new(name, (_, _) => Task.CompletedTask) { Instead = instead };

    /// <summary>The same bytes whatever was asked for, on a connection that is kept.</summary>
    public static Fault Answer(string name, string status, string body = "", params string[] headers) =>
        new(name, (connection, _) => connection.SendAsync(RawAnswer.Of(status, body, headers)));

    /// <summary>An error as the vendor's framework tells it.</summary>
    public static Fault Status(string status, params string[] headers) =>
        Answer(status + string.Concat(headers.Select(header => ", " + header)), status, """{"detail": "No."}""", [RawAnswer.Json, .. headers]);

    /// <summary>These bytes, and then the end of the connection.</summary>
    public static Fault Last(string name, Func<FaultSetting, byte[]> bytes) => new(name, async (connection, setting) =>
    {
        await connection.SendAsync(bytes(setting));
        connection.Close();
    });

    /// <summary>These bytes on a connection that is kept.</summary>
    public static Fault Sent(string name, Func<FaultSetting, byte[]> bytes) => new(name, (connection, setting) => connection.SendAsync(bytes(setting)));

    /// <summary>These bytes, and then a reset, as a crash or a firewall makes it.</summary>
    public static Fault Reset(string name, Func<FaultSetting, byte[]> bytes) => new(name, async (connection, setting) =>
    {
        await connection.SendAsync(bytes(setting));
        connection.Reset();
    });

    /// <summary>These bytes, and then nothing.</summary>
    public static Fault Stall(string name, Func<FaultSetting, byte[]> bytes) => new(name, async (connection, setting) =>
    {
        await connection.SendAsync(bytes(setting));
        await connection.StallAsync(setting.Clock);
    });
}

/// <summary>What a fault happens in.</summary>
/// <param name="Json">The body of the right answer.</param>
/// <param name="Clock">The client's clock.</param>
/// <param name="Elsewhere">Another origin, that is to see nothing.</param>
internal sealed record FaultSetting(string Json, CellClock Clock, Uri Elsewhere)
{
    public byte[] Body { get; } = Encoding.UTF8.GetBytes(Json);

    public byte[] Half => Body[..(Body.Length / 2)];

    /// <summary>The right answer.</summary>
    public byte[] Answer => RawAnswer.Of("200 OK", Body, RawAnswer.Json);
}
