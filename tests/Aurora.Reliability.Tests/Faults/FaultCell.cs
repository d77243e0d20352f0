using System.Net.Sockets;
using Aurora.Client;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>Tests one fault on one attempt of one method.</summary>
internal sealed class FaultCell(Fault fault, CalledMethod method, int attempt) : IDisposable
{
    private readonly CellClock _clock = new(Options(null!).Timeout, Options(null!).AttemptTimeout, Options(null!).BodyIdleTimeout);
    private readonly CountingPool _pool = new();
    private readonly RawServer _otherOrigin = RawConnection.Serve(async connection => await connection.ReadRequestAsync());
    private RawServer _server = null!;
    private NumberingHandler _requests = null!;
    private int _delivered;

    /// <summary>Returns the outcome for the table, with everything that is unexpected.</summary>
    public async Task<string> RunAsync()
    {
        _server = RawConnection.Serve(ServeAsync);
        _requests = new NumberingHandler(Handler());
        string outcome;
        var options = Options(_server.Address);
        (options.Pool, options.TimeProvider) = (_pool, _clock);
        using (var aurora = AuroraClient.Create(options, _requests))
        {
            outcome = await CallAsync(aurora);
            outcome += Leaked("request", _requests.Pending) + Leaked("timer", _clock.ActiveTimers) + Leaked("buffer", _pool.Rented);
        }

        outcome += Leaked("connection", await _server.WaitForCloseAsync());
        return outcome + (_otherOrigin.Accepted > 0 ? ", and a request was sent to another origin" : "");
    }

    public void Dispose()
    {
        _server.Dispose();
        _otherOrigin.Dispose();
    }

    private static AuroraClientOptions Options(Uri address) => new()
    {
        ApiId = "an-id",
        ApiKey = "a-key",
        BaseAddress = address,
        Timeout = TimeSpan.FromHours(1),
        AttemptTimeout = TimeSpan.FromMinutes(10),
        BodyIdleTimeout = TimeSpan.FromMinutes(2),
        RetryDelay = TimeSpan.Zero,
        MaxRetries = FaultMatrix.LastAttempt - 1,
        MaxConcurrency = 2,
    };

    private static string Leaked(string kind, int count) => count == 0 ? "" : $", and {count} {kind}(s) leaked";

    private async Task<string> CallAsync(AuroraClient aurora)
    {
        try
        {
            var difference = await method.CallAsync(aurora, () => _delivered++).WaitAsync(TimeSpan.FromMinutes(1));
            var requests = _requests.Count(method.IsAffected) - method.RequestsBefore;
            var outcome = requests == attempt ? "read" : requests == attempt + 1 ? "retried" : $"{requests} requests";
            var delay = (int)Math.Round(_clock.TotalDelay.TotalSeconds);
            return outcome + (delay >= 10 ? $" after {delay} s" : "") + (difference is null ? "" : ", but " + difference);
        }
        catch (AuroraApiException exception)
        {
            return CellOutcome.Of(exception) + Unexpected(exception);
        }
    }

    private string Unexpected(AuroraApiException exception)
    {
        var unexpected = exception.Attempts == _requests.Count(_ => true) ? "" : $", but Attempts is {exception.Attempts}";
        unexpected += exception.Delivered == _delivered ? "" : $", but Delivered is {exception.Delivered}";
        unexpected += exception.ToString().Contains("a-key") ? ", but the text contains the key" : "";
        unexpected += exception.PartialResult is null == (method.Name != "GetManyAsync") ? "" : ", but PartialResult is null";
        return unexpected + (_clock.Now <= Options(null!).Timeout ? "" : $", but after {_clock.Now}");
    }

    private async Task ServeAsync(RawConnection connection)
    {
        while (await connection.ReadRequestAsync() is { } request)
        {
            var number = method.IsAffected(request.Target) ? request.Number - method.RequestsBefore : 0;
            var setting = new FaultSetting(method.Json(request), _clock, _otherOrigin.Address);
            if (number == attempt)
                await fault.InjectAsync(connection, setting);
            else if (number >= 1 && number < attempt)
                await connection.SendAsync(Failure());
            else
                await connection.SendAsync(fault.Endpoint is null ? setting.Response : Closing(setting.Body));
        }
    }

    private byte[] Failure() => RawResponse.Of("503 Service Unavailable", "", fault.Endpoint is null ? [] : ["Connection: close"]);

    // A fault before there is a connection requires that the previous response closes its connection.
    private static byte[] Closing(byte[] body) => RawResponse.Of("200 OK", body, RawResponse.Json, "Connection: close");

    private SocketsHttpHandler Handler()
    {
        var handler = WireHandler.Create();
        if (fault.Endpoint is { } endpoint)
            handler.ConnectCallback = async (context, cancellationToken) =>
            {
                var request = context.InitialRequestMessage;
                var number = int.Parse(request.Headers.GetValues(NumberingHandler.Header).Single(), System.Globalization.CultureInfo.InvariantCulture);
                var isAffected = method.IsAffected(request.RequestUri!.PathAndQuery) && number - method.RequestsBefore == attempt;
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(isAffected ? endpoint : context.DnsEndPoint, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            };
        return handler;
    }
}
