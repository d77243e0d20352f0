using System.Net;

namespace Aurora.Client;

/// <summary>Takes a request to the API and brings back what it answered, or an <see cref="AuroraApiException"/>.</summary>
internal sealed class AuroraTransport(HttpMessageHandler handler, Uri baseAddress, TimeSpan timeout) : IDisposable
{
    // The timeout is ours: HttpClient's own ends with the headers.
    private readonly HttpClient _http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    public static AuroraTransport Create(AuroraClientOptions options)
    {
        AuroraClientOptionsValidator.ThrowIfInvalid(options);
        // A redirect would carry the keys, which are plain headers, to wherever it points.
        var wire = new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate, UseCookies = false };
        var authentication = new AuthenticationHandler(options.BaseAddress, options.ApiId, options.ApiKey) { InnerHandler = wire };
        return new AuroraTransport(authentication, options.BaseAddress, options.Timeout);
    }

    public async Task<T> SendAsync<T>(AuroraRequest request, CancellationToken cancellationToken)
    {
        using var answer = await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            return AuroraJson.Read<T>(answer.Body);
        }
        catch (Newtonsoft.Json.JsonException exception)
        {
            throw new AuroraApiException(AuroraErrorKind.UnreadableResponse, $"{request} answered {(int)answer.StatusCode} with what is not the JSON that the document promises: {exception.Message}", exception)
            {
                Operation = request.Operation,
                StatusCode = answer.StatusCode,
                Body = answer.Text(),
            };
        }
    }

    public async Task SendAsync(AuroraRequest request, CancellationToken cancellationToken)
    {
        using var answer = await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Answer> ExchangeAsync(AuroraRequest request, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(timeout);
        try
        {
            using var message = request.ToMessage(baseAddress);
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ending.Token).ConfigureAwait(false);
            var answer = await Answer.ReadAsync(response, ending.Token).ConfigureAwait(false);
            return answer.IsSuccess ? answer : throw answer.ToException(request);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AuroraApiException(AuroraErrorKind.Timeout, $"{request} did not answer within {timeout}.", new TimeoutException(exception.Message, exception)) { Operation = request.Operation };
        }
        catch (OperationCanceledException exception)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new AuroraApiException(AuroraErrorKind.Network, $"{request} failed on the way: {exception.Message}", exception) { Operation = request.Operation };
        }
    }
}
