using System.Diagnostics;
using System.Globalization;

namespace Aurora.Benchmarks.Serving;

/// <summary>Runs the server in a separate process, so that its memory is not counted.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly Lazy<ServerProcess> Started = new(static () => new ServerProcess());

    private readonly Process _process;
    private readonly Uri _address;

    private ServerProcess()
    {
        _process = Process.Start(StartInfo(BenchmarkServer.Command))!;
        var port = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The process of the server ended before it listened.");
        _address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
    }

    /// <summary>The server of this run, which is started on first use.</summary>
    public static ServerProcess Shared => Started.Value;

    public static void StopShared()
    {
        if (Started.IsValueCreated)
            Started.Value.Dispose();
    }

    /// <summary>Returns the address of an account with this number of videos.</summary>
    public Uri Account(int videos) => At(ServerPath.Account(videos));

    /// <param name="path">One of <see cref="ServerPath"/>.</param>
    public Uri At(string path) => new(_address, path);

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
