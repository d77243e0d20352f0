using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Aurora.Client;

/// <summary>Sends a request to the API, and returns the response or throws an <see cref="AuroraApiException"/>.</summary>
internal sealed class AuroraTransport(
    HttpClient http, Func<AuroraClientOptions> currentOptions, DriftReporter drift, ILogger logger, TransportRole role, ClientLifetime lifetime) : IDisposable
{
    // The options are read at once, so that a client with invalid options cannot be created.
    private readonly Lazy<AttemptPipeline> _pipeline = PipelineFor(currentOptions().TimeProvider, logger);

    public ILogger Logger => logger;

    /// <summary>The current options, which can change during the lifetime of the client.</summary>
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

    public async Task<AuroraResponse> SendWholeAsync(AuroraRequest request, CancellationToken cancellationToken)
    {
        using var call = new AuroraCall(request, Options, lifetime.Begin(cancellationToken));
        return await RunAsync(call, AuroraResponse.ReadAsync).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<T>> SendListAsync<T>(AuroraRequest request, JsonRead<T> read, CallTally? tally, CancellationToken cancellationToken)
    {
        using var call = new AuroraCall(request, Options, lifetime.Begin(cancellationToken)) { Tally = tally };
        return await RunAsync(call, (current, response, token) => ResponseReader.ReadListAsync(current, response, read, drift, token)).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<T> StreamAsync<T>(AuroraRequest request, JsonRead<T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = new AuroraCall(request, Options, lifetime.Begin(cancellationToken)) { IsStream = true };
        // The attempt ends with the headers, but the token of the call also applies to the body.
        using var reader = await RunAsync(call, (current, response, _) => ResponseReader.StreamAsync(current, response, read, drift, call.Lifetime.Token)).ConfigureAwait(false);
        while (await reader.MoveNextAsync().ConfigureAwait(false))
        {
            yield return reader.Current;
            // Buffered elements are returned without a wait, which would not observe the tokens.
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
        using var limit = new TimeLimit(call.Options.Timeout, call.Options.TimeProvider, call.Lifetime.Token);
        try
        {
            // The compilation of Polly takes half of the time of the first call of a process, and the pipeline has nothing to do until an attempt fails.
            if (!_pipeline.IsValueCreated)
            {
                try
                {
                    return await AttemptAsync(call, read, limit.Token).ConfigureAwait(false);
                }
                catch (Exception exception) when (AuroraResilience.IsTransient(exception))
                {
                    call.FirstFailure = exception;
                }
            }

            return await RepeatAsync(call, read, limit.Token).ConfigureAwait(false);
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
            throw call.Fail(call.TimedOut(exception, isAttempt: true));
        }
        catch (OperationCanceledException exception) when (limit.IsOver)
        {
            throw call.Fail(call.TimedOut(limit.Exceeded(exception), isAttempt: false));
        }
        catch (BrokenCircuitException exception)
        {
            throw call.Fail(call.Error(AuroraErrorKind.Server, "The request was not sent because the circuit breaker is open after repeated failures.", exception));
        }
        catch (OperationCanceledException exception) when (!call.Lifetime.Token.IsCancellationRequested)
        {
            // The caller's own HttpClient was disposed.
            throw call.Fail(call.Error(AuroraErrorKind.Network, $"The request was canceled: {exception.Message}", exception.InnerException ?? exception));
        }
    }

    private static Lazy<AttemptPipeline> PipelineFor(TimeProvider clock, ILogger logger) => new(() => new AttemptPipeline(clock, logger));

    private ValueTask<T> RepeatAsync<T>(AuroraCall call, Func<AuroraCall, HttpResponseMessage, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken) =>
        _pipeline.Value.ExecuteAsync(call, token => AttemptAsync(call, read, token), cancellationToken);

    private async ValueTask<T> AttemptAsync<T>(AuroraCall call, Func<AuroraCall, HttpResponseMessage, CancellationToken, ValueTask<T>> read, CancellationToken outer)
    {
        using var limit = new TimeLimit(call.Options.AttemptTimeout, call.Options.TimeProvider, outer);
        var cancellationToken = limit.Token;
        call.CountAttempt();
        AuroraTelemetry.CountRequest(call.Request, call.Attempts);
        using var message = call.Request.ToMessage(call.Options.BaseAddress);
        RequestCall.Set(message, call);
        UserAgent.AddTo(message, http, call.Options.UserAgentApplicationId);
        if (role == TransportRole.AuthenticatesItself)
            AuthenticationHandler.Authenticate(message, call.Options);
        HttpResponseMessage? response = null;
        try
        {
            response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            ApiOrigin.ThrowIfElsewhere(call, response);
            if (!response.IsSuccessStatusCode)
                throw await ErrorResponse.ReadAsync(call, response, cancellationToken).ConfigureAwait(false);
            var result = await read(call, response, cancellationToken).ConfigureAwait(false);
            call.Succeed();
            if (call.IsStream)
                response = null;
            return result;
        }
        catch (OperationCanceledException exception) when (limit.IsOver)
        {
            call.AttemptsTimedOut++;
            throw limit.Exceeded(exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw call.Error(AuroraErrorKind.Network, $"The connection failed: {WireFailure.Describe(exception)}", exception, response);
        }
        catch (Exception exception) when (HandlerRejection.ErrorOf(call, exception) is { } rejection)
        {
            throw rejection;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested && (exception.InnerException is TimeoutException || http.Timeout != Timeout.InfiniteTimeSpan))
        {
            // .NET Framework does not say that it was the timeout.
            var reason = http.Timeout == Timeout.InfiniteTimeSpan ? $"The attempt timed out: {exception.Message}" : $"The attempt took longer than HttpClient.Timeout ({http.Timeout}).";
            throw call.Error(AuroraErrorKind.Timeout, reason, exception.InnerException as TimeoutException ?? new TimeoutException(exception.Message, exception), response);
        }
        finally
        {
            response?.Dispose();
        }
    }
}

/// <summary>Who owns the <see cref="HttpClient"/> and adds the keys.</summary>
internal enum TransportRole
{
    /// <summary>The container owns it, and its handlers add the keys.</summary>
    Sends,

    /// <summary>The transport disposes it, and its handlers add the keys.</summary>
    OwnsHttpClient,

    /// <summary>The caller owns it, and the transport adds the keys.</summary>
    AuthenticatesItself,
}
