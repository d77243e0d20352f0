using System.Buffers;
using System.Globalization;
using System.Net;
using Polly;

namespace Aurora.Cli.Downloads;

/// <summary>Fetches one file: skips it, continues it or begins it, and gives it its name once it is whole.</summary>
internal sealed class FileDownload(MediaClient media, TargetFolder folder, bool overwrite, TimeProvider clock, IDownloadProgress progress)
{
    private const int BufferSize = 128 * 1024;

    private readonly ResiliencePipeline _retry = DownloadRetry.Create(clock);

    /// <summary>What became of the file. Only a cancellation is thrown; what has come by then stays, to be continued.</summary>
    public async Task<DownloadResult> RunAsync(PlannedFile file, CancellationToken cancellationToken)
    {
        try
        {
            var path = folder.Prepare(file.Name);
            if (!overwrite && Path.Exists(path))
                return new DownloadResult(DownloadState.Skipped, file.Id, File.Exists(path) ? new FileInfo(path).Length : null, file.Name, null);
            if (Directory.Exists(path))
                throw new DownloadException("a folder has this name");

            using var partial = new PartialFile(path, file.Id);
            await FetchAsync(file, partial, cancellationToken);
            var length = partial.Length;
            partial.Complete(overwrite);
            return new DownloadResult(DownloadState.Downloaded, file.Id, length, file.Name, null);
        }
        catch (Exception exception) when (exception is DownloadException or IOException or UnauthorizedAccessException)
        {
            return new DownloadResult(DownloadState.Failed, file.Id, null, file.Name, exception.Message);
        }
    }

    private async Task FetchAsync(PlannedFile file, PartialFile partial, CancellationToken cancellationToken)
    {
        var address = MediaAddress.Parse(file.Address);
        var effort = new DownloadEffort();
        effort.Note(partial.Length);
        // Interrupted between its last byte and its name.
        if (partial.IsComplete)
            return;
        await _retry.ExecuteAsync(effort, token => AttemptAsync(file, address, partial, effort, token), cancellationToken);
    }

    private async Task AttemptAsync(PlannedFile file, Uri address, PartialFile partial, DownloadEffort effort, CancellationToken cancellationToken)
    {
        using var silence = new SilenceLimit(clock, cancellationToken);
        try
        {
            using var response = await media.GetAsync(address, partial.Resume, silence.Wait());
            silence.Heard();
            MediaResponse.Accept(response, partial, clock);
            await using var body = await response.Content.ReadAsStreamAsync(silence.Wait());
            await CopyAsync(file, body, partial, effort, silence);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DownloadException($"nothing came for {SilenceLimit.Longest.TotalSeconds:0} seconds{SoFar(partial)}", isTransient: true);
        }
        catch (HttpRequestException exception)
        {
            // No other attempt will find the certificate, or the proxy's opinion of this client, better.
            var isTransient = exception.HttpRequestError != HttpRequestError.SecureConnectionError && exception.StatusCode != HttpStatusCode.ProxyAuthenticationRequired;
            throw new DownloadException(exception.HttpRequestError == HttpRequestError.SecureConnectionError ? exception.GetBaseException().Message : exception.Message, isTransient);
        }
        catch (IOException)
        {
            throw new DownloadException($"the connection broke off{SoFar(partial)}", isTransient: true);
        }
    }

    private async Task CopyAsync(PlannedFile file, Stream body, PartialFile partial, DownloadEffort effort, SilenceLimit silence)
    {
        progress.Moved(file, partial.Length, partial.Total);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await body.ReadAsync(buffer, silence.Wait()) is > 0 and var count)
            {
                silence.Heard();
                await partial.WriteAsync(buffer.AsMemory(0, count));
                effort.Note(partial.Length);
                progress.Moved(file, partial.Length, partial.Total);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (partial.Length < partial.Total)
            throw new DownloadException($"the file ended early{SoFar(partial)}", isTransient: true);
        if (partial.Length > partial.Total)
            throw TooLong(partial);
        if (partial.Length == 0)
            throw new DownloadException("the file is empty");
    }

    private static DownloadException TooLong(PartialFile partial)
    {
        var reason = $"the file is longer than the {partial.Total} bytes that it was said to have";
        partial.Clear();
        return new DownloadException(reason);
    }

    private static string SoFar(PartialFile partial) =>
        string.Create(CultureInfo.InvariantCulture, $" after {partial.Length}{(partial.Total is { } total ? $" of {total}" : "")} bytes");
}
