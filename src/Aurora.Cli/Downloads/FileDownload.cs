using System.Collections.Concurrent;

namespace Aurora.Cli.Downloads;

/// <summary>Downloads a file, or skips it if it exists.</summary>
/// <param name="isNameUnique">Whether the name of a file contains the id of its video.</param>
internal sealed class FileDownload(AuroraClient client, TargetFolder folder, bool isNameUnique, bool overwrite)
{
    private const int SharingViolation = unchecked((int)0x80070020);

    private readonly ConcurrentDictionary<PlannedFile, bool> _unrecorded = new();

    /// <summary>Downloads a file. Throws only when canceled, in which case a later run can resume the download.</summary>
    /// <returns>The result, or null if another process is working on the file: try again later.</returns>
    public async Task<DownloadResult?> TryRunAsync(PlannedFile file, IProgress<AuroraDownloadProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var path = folder.Prepare(file.Name);
            if (!overwrite && File.Exists(path))
                return await ExistingAsync(file, path, cancellationToken);
            try
            {
                await client.DownloadAsync(file.Video, path, overwrite, progress, cancellationToken);
            }
            catch (IOException exception) when (exception.HResult == SharingViolation)
            {
                return null;
            }
            catch (IOException) when (!overwrite && File.Exists(path))
            {
                return await ExistingAsync(file, path, cancellationToken);
            }

            if (!isNameUnique)
                await folder.Record.AddAsync(file.Name, file.Id);
            return new DownloadResult(DownloadState.Downloaded, file.Id, new FileInfo(path).Length, file.Name, null);
        }
        catch (Exception exception) when (exception is AuroraApiException or IOException or UnauthorizedAccessException)
        {
            return Failed(file, WithCommand(exception.Message));
        }
    }

    private async Task<DownloadResult?> ExistingAsync(PlannedFile file, string path, CancellationToken cancellationToken)
    {
        var owner = isNameUnique ? file.Id : await folder.Record.FindOwnerAsync(file.Name, cancellationToken);
        if (owner == file.Id)
            return new DownloadResult(DownloadState.Skipped, file.Id, new FileInfo(path).Length, file.Name, null);
        // Another process may have renamed the file and not recorded it yet.
        if (owner is null && _unrecorded.TryAdd(file, true))
            return null;
        var which = owner is { } other ? $"belongs to video {other}" : "may belong to another video";
        return Failed(file, $"A file with this name exists, and {which}. Add {{id}} to --template, or replace the file with --overwrite.");
    }

    private static DownloadResult Failed(PlannedFile file, string reason) => new(DownloadState.Failed, file.Id, null, file.Name, reason);

    private static string WithCommand(string message) => message.Replace(
        "get the video again, and download it from its new address", "run the command again, which gets a new address", StringComparison.Ordinal);
}
