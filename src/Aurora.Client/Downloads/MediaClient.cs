using System.Net;
using System.Net.Http.Headers;

namespace Aurora.Client;

/// <summary>Requests files from storage hosts, without the keys, through the <see cref="HttpClient"/> of the caller if there is one.</summary>
internal sealed class MediaClient(HttpClient? shared) : IDisposable
{
    private const int MaxRedirects = 5;

    private HttpClient? _own;

    private HttpClient Http => shared ?? LazyInitializer.EnsureInitialized(ref _own, static () => new HttpClient(WireHandler.CreateForFiles()) { Timeout = Timeout.InfiniteTimeSpan })!;

    /// <summary>Requests a file, or the rest of it, and follows redirects. Does not read the body.</summary>
    /// <exception cref="AuroraApiException">There is no response, or a redirect cannot be followed.</exception>
    public async Task<HttpResponseMessage> GetAsync(DownloadCall call, DownloadTarget target, CancellationToken cancellationToken)
    {
        var address = call.Address;
        for (var redirects = 0; ; redirects++)
        {
            var response = await SendAsync(call, address, target, cancellationToken).ConfigureAwait(false);
            try
            {
                // The caller's handler may have followed a redirect.
                if (response.RequestMessage?.RequestUri is { } sender && sender != address)
                    call.ThrowIfUnsafe(address, sender, response);
                if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
                    return response;
                if (redirects == MaxRedirects)
                    throw call.Error(AuroraErrorKind.UnreadableResponse, $"There were more than {MaxRedirects} redirects.", response: response);
                address = call.Follow(address, response.Headers.Location, response);
            }
            catch
            {
                response.Dispose();
                throw;
            }

            response.Dispose();
        }
    }

    public void Dispose() => _own?.Dispose();

    private async Task<HttpResponseMessage> SendAsync(DownloadCall call, Uri address, DownloadTarget target, CancellationToken cancellationToken)
    {
        using var request = Request(call, address, target);
        using var timeout = call.Options.TimeProvider.CreateCancellationTokenSource(call.Options.AttemptTimeout);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            var limit = timeout.IsCancellationRequested ? $"AttemptTimeout ({call.Options.AttemptTimeout})" : $"HttpClient.Timeout ({Http.Timeout})";
            throw call.Error(AuroraErrorKind.Timeout, $"{address.Authority} did not respond within {limit}.", new TimeoutException(exception.Message, exception));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw call.Error(AuroraErrorKind.Network, $"The connection failed: {WireFailure.Describe(exception)}", exception);
        }
        catch (Exception exception) when (HandlerRejection.ErrorOf((kind, reason, inner) => call.Error(kind, reason, inner), exception) is { } rejection)
        {
            throw rejection;
        }
    }

    private HttpRequestMessage Request(DownloadCall call, Uri address, DownloadTarget target)
    {
        if (Http.DefaultRequestHeaders.Contains(AuroraApi.IdHeader) || Http.DefaultRequestHeaders.Contains(AuroraApi.KeyHeader))
            throw new InvalidOperationException("The DefaultRequestHeaders of the HttpClient contain a key, which a download would send to the host of the file. Fix: remove it. The client adds the keys to the requests that need them.");
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        UserAgent.AddTo(request, Http, call.Options.UserAgentApplicationId);
        // Parts of a compressed response cannot be combined.
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        if (target.Resume is var (position, validator))
        {
            request.Headers.Range = new RangeHeaderValue(position, null);
            request.Headers.IfRange = validator;
        }

        return request;
    }
}
