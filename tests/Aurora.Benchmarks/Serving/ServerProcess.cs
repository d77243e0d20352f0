using System.Diagnostics;
using System.Globalization;

namespace Aurora.Benchmarks.Serving;

/// <summary>The API in a process of its own, so that its memory is not counted with the clients'.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly Lazy<ServerProcess> Started = new(static () => new ServerProcess());

    private readonly Process _process;
    private readonly Uri _address;

    private ServerProcess()
    {
        _process = Process.Start(StartInfo())!;
        var port = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server's process ended before it listened.");
        _address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
    }

    /// <summary>The one of this run, started when first asked for.</summary>
    public static ServerProcess Shared => Started.Value;

    public static void StopShared()
    {
        if (Started.IsValueCreated)
            Started.Value.Dispose();
    }

    /// <summary>Where an account with so many videos answers.</summary>
    public Uri Account(int videos) => At(ServerPath.Account(videos));

    /// <param name="path">One of <see cref="ServerPath"/>.</param>
    public Uri At(string path) => new(_address, path);

    public void Dispose()
    {
        // The server ends when its input does, also when this process dies.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo()
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(typeof(ServerProcess).Assembly.Location);
        start.ArgumentList.Add(BenchmarkServer.Command);
        return start;
    }
}
