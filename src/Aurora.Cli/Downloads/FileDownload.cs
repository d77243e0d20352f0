using System.Buffers;
using System.Globalization;
using System.Net;
using Polly;

namespace Aurora.Cli.Downloads;

/// <summary>Downloads a file, or skips or resumes it. The file gets its name when it is complete.</summary>
internal sealed class FileDownload(MediaClient media, TargetFolder folder, bool overwrite, TimeProvider clock, IDownloadProgress progress)
{
    private const int BufferSize = 128 * 1024;

    private readonly ResiliencePipeline _retry = DownloadRetry.Create(clock);

    /// <summary>Downloads a file and returns the result. Throws only when canceled, in which case a later run can resume the download.</summary>
    public async Task<DownloadResult> RunAsync(PlannedFile file, CancellationToken cancellationToken)
    {
        try
        {
            var path = folder.Prepare(file.Name);
            if (!overwrite && Path.Exists(path))
            {
                long? size = File.Exists(path) ? new FileInfo(path).Length : null;
                return new DownloadResult(DownloadState.Skipped, file.Id, size, file.Name, null);
            }

            if (Directory.Exists(path))
                throw new DownloadException("a folder with this name exists");

            using var partial = new PartialFile(path, file.Id);
            await DownloadAsync(file, partial, cancellationToken);
            var length = partial.Length;
            partial.Complete(overwrite);
            return new DownloadResult(DownloadState.Downloaded, file.Id, length, file.Name, null);
        }
        catch (Exception exception) when (exception is DownloadException or IOException or UnauthorizedAccessException)
        {
            return new DownloadResult(DownloadState.Failed, file.Id, null, file.Name, exception.Message);
        }
    }

    private async Task DownloadAsync(PlannedFile file, PartialFile partial, CancellationToken cancellationToken)
    {
        var address = MediaAddress.Parse(file.Address);
        var attempts = new DownloadAttempts();
        attempts.RecordLength(partial.Length);
        // An earlier run was interrupted after the last byte and before the file was renamed.
        if (partial.IsComplete)
            return;
        await _retry.ExecuteAsync(attempts, token => AttemptAsync(file, address, partial, attempts, token), cancellationToken);
    }

    private async Task AttemptAsync(
        PlannedFile file, Uri address, PartialFile partial, DownloadAttempts attempts, CancellationToken cancellationToken)
    {
        using var idle = new IdleTimeout(clock, cancellationToken);
        try
        {
            using var response = await media.GetAsync(address, partial.Resume, idle.Start());
            idle.Stop();
            MediaResponse.Accept(response, partial, clock);
            await using var body = await response.Content.ReadAsStreamAsync(idle.Start());
            await CopyAsync(file, body, partial, attempts, idle);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DownloadException($"no data was received for {IdleTimeout.Limit.TotalSeconds:0} seconds{SoFar(partial)}", isTransient: true);
        }
        catch (HttpRequestException exception)
        {
            // Another attempt would meet the same certificate, and the same refusal of the proxy.
            var isTls = exception.HttpRequestError == HttpRequestError.SecureConnectionError;
            var isTransient = !isTls && exception.StatusCode != HttpStatusCode.ProxyAuthenticationRequired;
            throw new DownloadException(isTls ? exception.GetBaseException().Message : exception.Message, isTransient);
        }
        catch (IOException)
        {
            throw new DownloadException($"the connection was lost{SoFar(partial)}", isTransient: true);
        }
    }

    private async Task CopyAsync(PlannedFile file, Stream body, PartialFile partial, DownloadAttempts attempts, IdleTimeout idle)
    {
        progress.Report(file, partial.Length, partial.Total);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await body.ReadAsync(buffer, idle.Start()) is > 0 and var count)
            {
                idle.Stop();
                await partial.WriteAsync(buffer.AsMemory(0, count));
                attempts.RecordLength(partial.Length);
                progress.Report(file, partial.Length, partial.Total);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (partial.Length < partial.Total)
            throw new DownloadException($"the response ended early{SoFar(partial)}", isTransient: true);
        if (partial.Length > partial.Total)
            throw TooLong(partial);
        if (partial.Length == 0)
            throw new DownloadException("the file is empty");
    }

    private static DownloadException TooLong(PartialFile partial)
    {
        var reason = $"the file is longer than the {partial.Total} bytes that the server announced";
        partial.Clear();
        return new DownloadException(reason);
    }

    private static string SoFar(PartialFile partial) =>
        string.Create(CultureInfo.InvariantCulture, $" after {partial.Length}{(partial.Total is { } total ? $" of {total}" : "")} bytes");
}
