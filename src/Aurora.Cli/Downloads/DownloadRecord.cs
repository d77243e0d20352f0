using System.Collections.Concurrent;

namespace Aurora.Cli.Downloads;

/// <summary>
/// Remembers in a hidden file of the target folder which video each file belongs to, for names that do not contain the id. Several downloads and
/// processes can use it at the same time.
/// </summary>
internal sealed class DownloadRecord(string folder)
{
    public const string FileName = ".aurora-downloads.tsv";

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(20);

    private readonly string _path = Path.Combine(folder, FileName);

    // Windows and macOS ignore the case of file names.
    private readonly ConcurrentDictionary<string, Guid> _owners = new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
    private long _readLength;

    /// <summary>Returns the id of the video that a file belongs to, or null if it is not known.</summary>
    public async Task<Guid?> FindOwnerAsync(string name, CancellationToken cancellationToken)
    {
        if (new FileInfo(_path) is { Exists: true, Length: var length } && length != _readLength)
            await ReadAsync(cancellationToken);
        return _owners.TryGetValue(name, out var owner) ? owner : null;
    }

    public async Task AddAsync(string name, Guid id)
    {
        await using var file = await OpenAsync(FileMode.OpenOrCreate, CancellationToken.None);
        file.Seek(0, SeekOrigin.End);
        await using var writer = new StreamWriter(file) { NewLine = "\n" };
        await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{id}\t{name}"));
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var file = await OpenAsync(FileMode.Open, cancellationToken);
        using var reader = new StreamReader(file);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Split('\t') is [var id, var name] && Guid.TryParse(id, out var owner))
                _owners[name] = owner;
        }

        _readLength = file.Length;
    }

    // Another download holds the file for a moment only.
    private async Task<FileStream> OpenAsync(FileMode mode, CancellationToken cancellationToken)
    {
        if (new FileInfo(_path).LinkTarget is not null)
            throw new IOException($"{_path} is a symbolic link, which may point outside of the folder.");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(_path, mode, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 100 && File.Exists(_path))
            {
                await Task.Delay(RetryDelay, cancellationToken);
            }
        }
    }
}
