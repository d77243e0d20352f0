using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Running;
using Aurora.Benchmarks.Serving;

namespace Aurora.Benchmarks.Cold;

/// <summary>Makes the first calls of a process with one peer. The time includes the creation of the peer.</summary>
internal static class ColdStart
{
    private const string Name = "first-calls";
    private const int WarmingRequests = 20;

    public static Command Command { get; } = CreateCommand();

    /// <summary>Makes the calls in a new process of this program.</summary>
    public static ColdTimes Measure(string peer, int videos, int calls)
    {
        var times = MeasuringProcess.Run(Name, peer, ServerProcess.Shared.Account(videos).AbsoluteUri, calls.ToString(CultureInfo.InvariantCulture));
        return new ColdTimes(times[0], times[1]);
    }

    private static Command CreateCommand()
    {
        var peer = new Argument<string>("peer");
        var address = new Argument<Uri>("address") { CustomParser = parsed => new Uri(parsed.Tokens[0].Value) };
        var calls = new Argument<int>("calls");
        var command = new Command(Name, "Print the elapsed time and the processor time of the first calls of this process, in nanoseconds.") { peer, address, calls };
        command.Hidden = true;
        command.SetAction(parsed => CallAsync(parsed.GetRequiredValue(peer), parsed.GetRequiredValue(address), parsed.GetRequiredValue(calls)));
        return command;
    }

    private static async Task CallAsync(string name, Uri address, int calls)
    {
        for (var i = 0; i < WarmingRequests; i++)
            await WarmAsync(address);
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        using (var peer = PeerFactory.Calling(name, address))
        {
            for (var i = 0; i < calls; i++)
                await peer.ListAsync();
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        processor = Environment.CpuUsage.TotalTime - processor;
        MeasuringProcess.Write(elapsed.TotalNanoseconds, processor.TotalNanoseconds);
    }

    // A request without any HTTP library warms the server and the sockets, and no peer.
    private static async Task WarmAsync(Uri address)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(address.Host, address.Port);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {address.AbsolutePath}{ApiHttp.ListPath} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n"));
        await stream.CopyToAsync(Stream.Null);
    }
}
