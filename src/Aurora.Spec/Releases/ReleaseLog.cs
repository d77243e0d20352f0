using NuGet.Common;
using NuGet.Configuration;

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

/// <summary>The key and the login of a feed, which no message and no log may contain.</summary>
internal sealed class Secrets
{
    private readonly Regex? _pattern;

    public Secrets(string? key, PackageSourceCredential? login)
    {
        var password = login is { IsPasswordClearText: true } ? login.Password : null;
        var secrets = new[] { key, password, login is null || password is null ? null : $"{login.Username}:{password}" }.Where(secret => !string.IsNullOrEmpty(secret)).ToList();
        var forms = secrets.SelectMany(secret => new[] { secret!, Uri.EscapeDataString(secret!), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret!)) });
        // A short key can be a part of a word, which must stay readable.
        if (secrets.Count > 0)
            _pattern = new Regex($"(?<![A-Za-z0-9])(?:{string.Join('|', forms.OrderByDescending(form => form.Length).Select(Regex.Escape))})(?![A-Za-z0-9])", RegexOptions.IgnoreCase);
    }

    /// <summary>Returns the text with <c>***</c> in place of each secret.</summary>
    public string Redact(string text) => _pattern?.Replace(text, "***") ?? text;
}
