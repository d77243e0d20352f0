using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Aurora.Client;

/// <summary>Fills a target with a file, resuming when the connection breaks.</summary>
internal sealed class Download(
    MediaClient media, DownloadCall call, DownloadTarget target, IProgress<AuroraDownloadProgress>? progress, ILogger logger)
{
    private const int BufferSize = 128 * 1024;

    private int _failures;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        call.ThrowIfNotAllowed();
        // An earlier call may have been interrupted after the last byte and before the file was renamed.
        if (target.IsComplete)
            Report();
        for (var longest = target.Length; !target.IsComplete;)
        {
            TimeSpan delay;
            try
            {
                await AttemptAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (AuroraApiException failure) when (AuroraResilience.IsTransient(failure))
            {
                // Only a new maximum counts, because a server may restart the download again and again.
                if (target.Length > longest)
                    (longest, _failures) = (target.Length, 0);
                if (!MayRetry(failure))
                    throw;
                delay = failure.RetryAfter ?? AuroraResilience.Backoff(call.Options, _failures++);
                AuroraLog.Retry(logger, call.Request, AuroraResilience.Describe(failure), delay);
            }

            await call.Options.TimeProvider.Delay(delay, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool MayRetry(AuroraApiException failure) =>
        _failures < call.Options.MaxRetries
        && (target.CanRestart || target.Resume is not null)
        && !(failure.RetryAfter > call.Options.Timeout);

    private async Task AttemptAsync(CancellationToken cancellationToken)
    {
        call.Attempts++;
        using var response = await media.GetAsync(call, target, cancellationToken).ConfigureAwait(false);
        MediaResponse.Accept(call, response, target);
        using var body = await ResponseBody.OpenAsync(response, call.Options, cancellationToken).ConfigureAwait(false);
        Report();
        var buffer = body.Pool.Rent(BufferSize);
        try
        {
            while (await ReadAsync(body, buffer).ConfigureAwait(false) is > 0 and var count)
            {
                await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                Report();
            }
        }
        finally
        {
            body.Pool.Return(buffer);
        }

        ThrowIfIncomplete(response);
    }

    private async ValueTask<int> ReadAsync(ResponseBody body, byte[] buffer)
    {
        try
        {
            return await body.ReadAsync(buffer, 0, BufferSize).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            throw call.Error(AuroraErrorKind.Timeout, $"The response paused for longer than BodyIdleTimeout ({call.Options.BodyIdleTimeout}){SoFar()}.", exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw call.Error(AuroraErrorKind.Network, $"The connection was lost{SoFar()}.", exception);
        }
    }

    private void ThrowIfIncomplete(HttpResponseMessage response)
    {
        if (target.Length < target.Total)
            throw call.Error(AuroraErrorKind.Network, $"The response ended early{SoFar()}.", response: response);
        if (target.Length > target.Total)
        {
            var error = call.Error(AuroraErrorKind.UnreadableResponse, $"The file is longer than the {target.Total} bytes that the server announced.", response: response);
            if (target.CanRestart)
                target.Restart(version: null);
            throw error;
        }

        if (target.Length == 0)
            throw call.Error(AuroraErrorKind.UnreadableResponse, "The file is empty.", response: response);
    }

    private void Report() => progress?.Report(new AuroraDownloadProgress(target.Length, target.Total));

    private string SoFar() =>
        FormattableString.Invariant($" after {target.Length}{(target.Total is { } total ? $" of {total.ToString(CultureInfo.InvariantCulture)}" : "")} bytes");
}

/// <summary>The progress of a download.</summary>
/// <param name="Bytes">The number of bytes that have been written, including those of an earlier call that this one resumes.</param>
/// <param name="TotalBytes">The size of the file in bytes; null when the server does not state it.</param>
public readonly record struct AuroraDownloadProgress(long Bytes, long? TotalBytes);
