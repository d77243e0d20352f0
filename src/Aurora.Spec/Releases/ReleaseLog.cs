using NuGet.Common;

namespace Aurora.Spec.Releases;

/// <summary>A file with everything that the commands and the feed print, without the secrets.</summary>
internal sealed class ReleaseLog : LoggerBase, IDisposable
{
    public const string File = "artifacts/release.log";

    private readonly Secrets _secrets;
    private readonly StreamWriter _file;

    public ReleaseLog(Repository repository, Secrets secrets)
        : base(LogLevel.Information)
    {
        _secrets = secrets;
        Directory.CreateDirectory(Path.GetDirectoryName(repository.PathOf(File))!);
        try
        {
            // Except on Windows, only FileShare.None locks the file, and a pager can read it even so.
            var share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None;
            _file = new StreamWriter(new FileStream(repository.PathOf(File), FileMode.Create, FileAccess.Write, share)) { AutoFlush = true };
        }
        catch (IOException exception)
        {
            throw new SpecException($"{File} cannot be written: {exception.Message}", "Fix: if another release is running, wait until it ends.");
        }
    }

    public void Add(string line)
    {
        lock (_file)
            _file.WriteLine(_secrets.Redact(line));
    }

    public override void Log(ILogMessage message) => Add($"{message.Level}: {message.Message}");

    public override Task LogAsync(ILogMessage message)
    {
        Log(message);
        return Task.CompletedTask;
    }

    public void Dispose() => _file.Dispose();
}
