using System.Diagnostics;
using System.Globalization;

namespace Aurora.Benchmarks.Serving;

/// <summary>Runs the server in a separate process, so that its memory is not counted.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly Lazy<ServerProcess> Started = new(static () => new ServerProcess());

    private readonly Process _process;
    private readonly IReadOnlyList<int> _ports;

    private ServerProcess()
    {
        _process = Process.Start(StartInfo(BenchmarkServer.Command))!;
        var ports = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The process of the server ended before it listened.");
        _ports = [.. ports.Split(' ').Select(port => int.Parse(port, CultureInfo.InvariantCulture))];
    }

    /// <summary>The server of this run, which is started on first use.</summary>
    public static ServerProcess Shared => Started.Value;

    public static void StopShared()
    {
        if (Started.IsValueCreated)
            Started.Value.Dispose();
    }

    /// <summary>Returns the address of an account with this number of videos.</summary>
    public Uri Account(int videos, ServerProtocol protocol = ServerProtocol.Http1) => At(ServerPath.Account(videos), protocol);

    /// <param name="path">One of <see cref="ServerPath"/>.</param>
    /// <param name="protocol">The protocol that the server uses.</param>
    public Uri At(string path, ServerProtocol protocol = ServerProtocol.Http1) =>
        new UriBuilder(protocol == ServerProtocol.Http1 ? Uri.UriSchemeHttp : Uri.UriSchemeHttps, "127.0.0.1", _ports[(int)protocol], path).Uri;

    public void Dispose()
    {
        // The server ends when its standard input ends, even if this process crashes.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Describes a new process of this program.</summary>
    public static ProcessStartInfo StartInfo(params IEnumerable<string> arguments)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(typeof(ServerProcess).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }
}
