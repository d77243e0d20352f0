using System.Runtime.InteropServices;

namespace Aurora.Client;

/// <summary>
/// A file that is complete only under its own name: until then, <c>.NAME.part</c> contains the data and <c>.NAME.part.json</c> what is required to
/// resume. Both are deleted if the download cannot be resumed. Only one download at a time can open them, also among processes.
/// </summary>
internal sealed class FileTarget : DownloadTarget, IDisposable
{
    private const int SharingViolation = unchecked((int)0x80070020);

    private readonly string _path;
    private readonly string _part;
    private readonly string _versionPath;
    private readonly Guid _video;
    private readonly FileStream _stream;
    private bool _isComplete;

    private FileTarget(string path, Guid video, FileStream stream)
    {
        (_path, _part, _versionPath, _video, _stream) = (path, PartOf(path), PartOf(path) + ".json", video, stream);
        Version = FileVersion.Read(_versionPath, video);
        if (Version is null || Version.Total < _stream.Length)
            Restart(version: null);
        _stream.Seek(0, SeekOrigin.End);
    }

    private static bool IsWindows => RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    public override long Length => _stream.Length;

    public override bool CanRestart => true;

    /// <exception cref="IOException">The file exists and may not be replaced, another download has opened it, or it cannot be written.</exception>
    public static FileTarget Open(string path, Guid video, bool overwrite)
    {
        ThrowIfExists(path, overwrite);
        var part = PartOf(path);
        // Another user with write access to the folder could have created a link.
        DeleteLink(part);
        DeleteLink(part + ".json");
        while (true)
        {
            var stream = OpenPart(path, part);
            try
            {
                // Another download may have completed after the first look. It holds the lock until it has renamed its file.
                if (!overwrite && (File.Exists(path) || Directory.Exists(path)))
                    File.Delete(part);
                ThrowIfExists(path, overwrite);
                if (File.Exists(part))
                    return new FileTarget(path, video, stream);
            }
            catch
            {
                stream.Dispose();
                throw;
            }

            // What has been opened is the file of another download, which has renamed it.
            stream.Dispose();
        }
    }

    public override void Restart(FileVersion? version)
    {
        Version = null;
        File.Delete(_versionPath);
        _stream.SetLength(0);
        Version = version;
        if (version is { Total: not null, Validator: not null })
            version.Write(_versionPath, _video);
    }

    // Not canceled, so that the length stays the number of bytes that have been received.
    public override async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await _stream.WriteAsync(bytes, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            // .NET throws this exception for EFBIG.
            throw new IOException($"'{_path}' is larger than the file system allows.", exception);
        }
    }

    /// <summary>Renames the complete file. If a file has this name and may not be replaced, both are kept.</summary>
    public void Complete(bool overwrite)
    {
        _stream.Flush(flushToDisk: true);
        // While the lock is held, so that no other download opens the file in between.
#if NET
        File.Move(_part, _path, overwrite);
#else
        if (overwrite)
            File.Delete(_path);
        File.Move(_part, _path);
#endif
        _isComplete = true;
        File.Delete(_versionPath);
    }

    public void Dispose()
    {
        if (!_isComplete && !IsComplete && Resume is null)
        {
            File.Delete(_versionPath);
            File.Delete(_part);
        }

        _stream.Dispose();
    }

    private static string PartOf(string path) => Path.Combine(Path.GetDirectoryName(path) ?? "", $".{Path.GetFileName(path)}.part");

    private static void ThrowIfExists(string path, bool overwrite)
    {
        if (Directory.Exists(path))
            throw new IOException($"'{path}' is a folder.");
        if (!overwrite && File.Exists(path))
            throw new IOException($"'{path}' already exists.");
    }

    private static void DeleteLink(string path)
    {
        var file = new FileInfo(path);
        if (file.Attributes != (FileAttributes)(-1) && (file.Attributes & FileAttributes.ReparsePoint) != 0)
            file.Delete();
    }

    private static FileStream OpenPart(string path, string part)
    {
        try
        {
            // Windows renames an open file only if its handle shares deletion. On other systems, only None is an exclusive lock.
            return new FileStream(
                part, FileMode.OpenOrCreate, FileAccess.ReadWrite, IsWindows ? FileShare.Delete : FileShare.None, bufferSize: 1, useAsync: true);
        }
        // Elsewhere it is the number of EWOULDBLOCK: 11 on Linux, 35 on macOS.
        catch (IOException exception) when (IsWindows ? exception.HResult == SharingViolation : exception.HResult is 11 or 35)
        {
            throw new IOException($"Another download is writing to '{path}'.", SharingViolation);
        }
    }
}
