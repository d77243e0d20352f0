using System.Runtime.CompilerServices;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Aurora.Client;

/// <summary>Takes a request to the API and brings back what it answered, or an <see cref="AuroraApiException"/>.</summary>
internal sealed class AuroraTransport(HttpClient http, Func<AuroraClientOptions> currentOptions, DriftReporter drift, TransportRole role, ClientLifetime lifetime) : IDisposable
{
    private readonly ResiliencePipeline _pipeline = AuroraResilience.Create(currentOptions().TimeProvider);

    /// <summary>As they are now; they can change while the client lives.</summary>
    public AuroraClientOptions Options => currentOptions();

    public async Task SendAsync(AuroraRequest request, CancellationToken cancellationToken)
    {
        using var call = new AuroraCall(request, Options, lifetime.Begin(cancellationToken));
        await RunAsync<object?>(call, static (_, _, _) => new(default(object))).ConfigureAwait(false);
    }

    public async Task<T> SendAsync<T>(AuroraRequest request, JsonRead<T> read, CancellationToken cancellationToken)
    {
        using var call = new AuroraCall(request, Options, lifetime.Begin(cancellationToken));
        return await RunAsync(call, (current, response, token) => ResponseReader.ReadAsync(current, response, read, drift, token)).ConfigureAwait(false);
    }

    /// <param name="request">What to send.</param>
    /// <param name="read">Reads one element.</param>
    /// <param name="leavesThrottling">Whether the caller waits itself when the API throttles.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<T>> SendListAsync<T>(AuroraRequest request, JsonRead<T> read, bool leavesThrottling, CancellationToken cancellationToken)
    {
        using var call = new AuroraCall(request, Options, lifetime.Begin(cancellationToken)) { LeavesThrottling = leavesThrottling };
        return await RunAsync(call, (current, response, token) => ResponseReader.ReadListAsync(current, response, read, drift, token)).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<T> StreamAsync<T>(AuroraRequest request, JsonRead<T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = new AuroraCall(request, Options, lifetime.Begin(cancellationToken)) { IsStream = true };
        // The attempt ends with the headers; the call's token holds beyond it.
        using var reader = await RunAsync(call, (current, response, _) => ResponseReader.StreamAsync(current, response, read, drift, call.Lifetime.Token)).ConfigureAwait(false);
        while (await reader.MoveNextAsync().ConfigureAwait(false))
        {
            yield return reader.Current;
            // What has arrived already could be handed out without looking at the tokens.
            call.Lifetime.ThrowIfEnded();
        }
    }

    public void Dispose()
    {
        if (role == TransportRole.OwnsHttpClient)
            http.Dispose();
    }

    private async Task<T> RunAsync<T>(AuroraCall call, Func<AuroraCall, HttpResponseMessage, CancellationToken, ValueTask<T>> read)
    {
        var context = ResilienceContextPool.Shared.Get(call.Lifetime.Token);
        context.Properties.Set(AuroraResilience.Call, call);
        try
        {
            return await _pipeline.ExecuteAsync(
                static (attempt, state) => state.Transport.AttemptAsync(state.Call, state.Read, attempt.CancellationToken),
                context, (Transport: this, Call: call, Read: read)).ConfigureAwait(false);
        }
        catch (Exception exception) when (call.Lifetime.EndOf(exception) is { } end)
        {
            throw end;
        }
        catch (AuroraApiException exception)
        {
            throw call.Fail(exception);
        }
        catch (TimeoutRejectedException exception)
        {
            throw call.Fail(call.Error(AuroraErrorKind.Timeout, $"took longer than {exception.Timeout}.", new TimeoutException(exception.Message, exception)));
        }
        catch (BrokenCircuitException exception)
        {
            throw call.Fail(call.Error(AuroraErrorKind.Server, "was not sent: the API failed so often that it is left alone for a moment.", exception));
        }
        catch (OperationCanceledException exception) when (!call.Lifetime.Token.IsCancellationRequested)
        {
            // A timeout of the caller's own HttpClient, or its disposal under the call.
            var kind = exception.InnerException is TimeoutException ? AuroraErrorKind.Timeout : AuroraErrorKind.Network;
            throw call.Fail(call.Error(kind, $"was given up: {exception.Message}", exception.InnerException ?? exception));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<T> AttemptAsync<T>(AuroraCall call, Func<AuroraCall, HttpResponseMessage, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        call.Attempts++;
        AuroraTelemetry.CountRequest(call.Request, call.Attempts);
        using var message = call.Request.ToMessage(call.Options.BaseAddress);
        RequestCall.Set(message, call);
        if (role == TransportRole.AuthenticatesItself)
            AuthenticationHandler.Authenticate(message, call.Options);
        HttpResponseMessage? response = null;
        try
        {
            response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            ApiOrigin.ThrowIfElsewhere(call, response);
            if (!response.IsSuccessStatusCode)
                throw await ErrorResponse.ReadAsync(call.Request, response, call.Options, cancellationToken).ConfigureAwait(false);
            var result = await read(call, response, cancellationToken).ConfigureAwait(false);
            call.Succeed((int)response.StatusCode);
            if (call.IsStream)
                response = null;
            return result;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw call.Error(AuroraErrorKind.Network, $"failed on the way: {WireFailure.Describe(exception)}", exception, response);
        }
        catch (Exception exception) when (HandlerRejection.ErrorOf(call, exception) is { } rejection)
        {
            throw rejection;
        }
        finally
        {
            response?.Dispose();
        }
    }
}
