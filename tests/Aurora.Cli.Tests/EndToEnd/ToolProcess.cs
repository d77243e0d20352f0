using System.Diagnostics;
using System.Text;
using Aurora.Cli.Connections;
using Aurora.Testing;

namespace Aurora.Cli.Tests.EndToEnd;

/// <summary>Runs the tool in a separate process with redirected streams.</summary>
internal sealed class ToolProcess : IDisposable
{
    public static readonly string ToolPath = typeof(AuroraTool).Assembly.Location;

    private readonly Process _process;
    private bool _isOutputClosed;

    private ToolProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardErrorEncoding = Encoding.UTF8;
        _process = Process.Start(start)!;
    }

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    public static ToolProcess Start(IEnumerable<string> args, params (string Name, string Value)[] variables) =>
        StartProgram("dotnet", [ToolPath, .. args], variables);

    /// <summary>Starts a process that handles SIGINT, which processes of a background job ignore by default.</summary>
    public static ToolProcess StartInterruptible(IEnumerable<string> args, params (string Name, string Value)[] variables) =>
        StartProgram("env", ["--default-signal=INT", "dotnet", ToolPath, .. args], variables);

    public static ToolProcess Start(AuroraServer server, params string[] args) =>
        Start(["list", "--base-url", server.BaseAddress.ToString(), .. args], KeysOf(server));

    public static async Task<Result> RunAsync(IEnumerable<string> args, params (string Name, string Value)[] variables)
    {
        using var tool = Start(args, variables);
        return await tool.WaitForExitAsync();
    }

    public static async Task<Result> RunAsync(AuroraServer server, params string[] args)
    {
        using var tool = Start(server, args);
        return await tool.WaitForExitAsync();
    }

    /// <summary>Starts a program in the environment of the tool.</summary>
    public static ToolProcess StartProgram(string program, IEnumerable<string> args, params (string Name, string Value)[] variables) =>
        new(StartInfo(program, args, variables));

    /// <inheritdoc cref="StartProgram"/>
    public static async Task<Result> RunProgramAsync(
        string program, IEnumerable<string> args, params (string Name, string Value)[] variables)
    {
        using var tool = StartProgram(program, args, variables);
        return await tool.WaitForExitAsync();
    }

    public static (string Name, string Value)[] KeysOf(AuroraServer server) =>
        [(ApiKeys.IdVariable, server.ApiId), (ApiKeys.KeyVariable, server.ApiKey)];

    /// <summary>Sends SIGINT, like Ctrl+C.</summary>
    public void Interrupt() => Signal("INT");

    /// <summary>Sends signals, one directly after the other.</summary>
    public void Signal(params string[] names)
    {
        using var kill = Process.Start("sh", ["-c", string.Join("; ", names.Select(name => $"kill -{name} {_process.Id}"))]);
    }

    /// <summary>Closes the output while the tool may still be writing.</summary>
    public async Task CloseOutputAsync()
    {
        _isOutputClosed = true;
        await Output.DisposeAsync();
    }

    /// <exception cref="OperationCanceledException">The process is still running after three minutes, for example because it ignores a signal.</exception>
    public async Task<Result> WaitForExitAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var error = _process.StandardError.ReadToEndAsync(limit.Token);
        using var output = new MemoryStream();
        if (!_isOutputClosed)
            await Output.CopyToAsync(output, limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        return new Result(_process.ExitCode, output.ToArray(), await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(string program, IEnumerable<string> args, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, args);
        foreach (var name in new[] { ApiKeys.IdVariable, ApiKeys.KeyVariable, "NO_COLOR" })
            start.Environment.Remove(name);
        start.Environment["TERM"] = "xterm-256color";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>The exit code and the output of a process.</summary>
    internal sealed record Result(int ExitCode, byte[] Bytes, string Error)
    {
        // Throws if the bytes are not valid UTF-8.
        public string Output => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Bytes).ReplaceLineEndings("\n");

        public string[] Lines => Output.TrimEnd('\n').Split('\n');
    }
}
