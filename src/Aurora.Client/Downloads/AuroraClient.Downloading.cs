namespace Aurora.Client;

public partial class AuroraClient
{
    /// <summary>
    /// Downloads the file of a finished video. The data is written to <c>.NAME.part</c> beside the file, which is renamed when it is complete. When the
    /// connection breaks, the call resumes where it stopped. When the call is canceled or fails, the next call with the same video and path resumes, if
    /// the server supports it. An existing file is never replaced.
    /// </summary>
    /// <param name="video">The video. Its <see cref="AuroraFlow.VideoOutput"/> must be an <c>https</c> address, or an <c>http</c> address of this machine.</param>
    /// <param name="path">The path of the file. Its folder must exist.</param>
    /// <param name="progress">Receives the progress, at most once for each 128 KiB, or null.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <remarks>
    /// The request does not contain the keys. Redirects are followed, but never from <c>https</c> to <c>http</c>. A client that was created without a
    /// handler uses separate connections for downloads; otherwise the download uses your <see cref="HttpClient"/>, with its handlers and its proxy.
    /// <see cref="AuroraClientOptions.AttemptTimeout"/> limits the wait for the headers of a response, and <see cref="AuroraClientOptions.BodyIdleTimeout"/>
    /// each pause in its body. <see cref="AuroraClientOptions.Timeout"/> does not limit the download, because a large file can take long: it limits
    /// how long a server may ask to wait. <see cref="AuroraClientOptions.MaxRetries"/> counts from the last time that new data arrived.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="video"/> or <paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException">The video has no file: its <see cref="AuroraFlow.VideoOutput"/> is null or blank. Or <paramref name="path"/> is empty.</exception>
    /// <exception cref="AuroraApiException">
    /// The file could not be downloaded. The addresses of files expire: for <see cref="AuroraErrorKind.Permission"/> and
    /// <see cref="AuroraErrorKind.NotFound"/>, get the video again and download it from its new address.
    /// </exception>
    /// <exception cref="IOException">
    /// The file already exists, the file cannot be written, or another download is writing to it. In the last case, the <see cref="Exception.HResult"/>
    /// is 0x80070020 on all systems.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">You do not have the permission to write the file.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual Task DownloadAsync(
        AuroraFlow video, string path, IProgress<AuroraDownloadProgress>? progress = null, CancellationToken cancellationToken = default) =>
        DownloadAsync(video, path, overwrite: false, progress, cancellationToken);

    /// <summary>Downloads the file of a finished video, like <see cref="DownloadAsync(AuroraFlow, string, IProgress{AuroraDownloadProgress}, CancellationToken)"/>, and can replace an existing file.</summary>
    /// <param name="video">The video. Its <see cref="AuroraFlow.VideoOutput"/> must be an <c>https</c> address, or an <c>http</c> address of this machine.</param>
    /// <param name="path">The path of the file. Its folder must exist.</param>
    /// <param name="overwrite">Whether to replace an existing file. It is kept until the download is complete.</param>
    /// <param name="progress">Receives the progress, at most once for each 128 KiB, or null.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <inheritdoc cref="DownloadAsync(AuroraFlow, string, IProgress{AuroraDownloadProgress}, CancellationToken)"/>
    public virtual async Task DownloadAsync(
        AuroraFlow video, string path, bool overwrite, IProgress<AuroraDownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ThrowIfUnfinished(video);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var call = new DownloadCall(video, Transport.Options);
        using var lifetime = _lifetime.Begin(cancellationToken);
        using var file = FileTarget.Open(Path.GetFullPath(path), video.Id, overwrite);
        await RunAsync(call, file, progress, lifetime).ConfigureAwait(false);
        file.Complete(overwrite);
    }

    /// <summary>
    /// Downloads the file of a finished video to a stream. When the connection breaks, the call resumes where it stopped, if the server supports it and the
    /// file has not changed.
    /// </summary>
    /// <param name="video">The video. Its <see cref="AuroraFlow.VideoOutput"/> must be an <c>https</c> address, or an <c>http</c> address of this machine.</param>
    /// <param name="destination">The stream to write to. It is neither sought, flushed nor closed. When the call fails, it can contain a part of the file.</param>
    /// <param name="progress">Receives the progress, at most once for each 128 KiB, or null.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="ArgumentNullException"><paramref name="video"/> or <paramref name="destination"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The video has no file: its <see cref="AuroraFlow.VideoOutput"/> is null or blank. Or <paramref name="destination"/> is not writable.
    /// </exception>
    /// <exception cref="AuroraApiException">
    /// The file could not be downloaded, or the connection was lost and the server does not continue the same file. The addresses of files expire: for
    /// <see cref="AuroraErrorKind.Permission"/> and <see cref="AuroraErrorKind.NotFound"/>, get the video again and download it from its new address.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    /// <inheritdoc cref="DownloadAsync(AuroraFlow, string, IProgress{AuroraDownloadProgress}, CancellationToken)" path="/remarks"/>
    public virtual async Task DownloadAsync(
        AuroraFlow video, Stream destination, IProgress<AuroraDownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ThrowIfUnfinished(video);
        ArgumentNullException.ThrowIfNull(destination);
        if (!destination.CanWrite)
            throw new ArgumentException("The stream is not writable.", nameof(destination));
        using var call = new DownloadCall(video, Transport.Options);
        using var lifetime = _lifetime.Begin(cancellationToken);
        await RunAsync(call, new StreamTarget(destination), progress, lifetime).ConfigureAwait(false);
    }

    private static void ThrowIfUnfinished(AuroraFlow video)
    {
        ArgumentNullException.ThrowIfNull(video);
        if (!string.IsNullOrWhiteSpace(video.VideoOutput))
            return;
        var reason = string.IsNullOrWhiteSpace(video.FailedReason) ? "" : $" ({PrintableText.Of(video.FailedReason.Trim(), ErrorText.MaxLength)})";
        throw new ArgumentException(
            $"Video {video.Id} has no file to download. Its status is {PrintableText.Of(video.Status.Value, ErrorText.MaxLength)}{reason}. Fix: download a video after it is done.", nameof(video));
    }

    private async Task RunAsync(DownloadCall call, DownloadTarget target, IProgress<AuroraDownloadProgress>? progress, CallLifetime lifetime)
    {
        try
        {
            await new Download(_media!, call, target, progress, Logger).RunAsync(lifetime.Token).ConfigureAwait(false);
            call.Succeed();
        }
        catch (Exception exception) when (lifetime.EndOf(exception) is { } end)
        {
            throw end;
        }
        catch (AuroraApiException exception)
        {
            throw call.Fail(exception);
        }
    }
}
