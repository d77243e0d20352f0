using System.Net.Sockets;
using Aurora.Client;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>One fault on one attempt of one method: the client, the server, and what comes of it.</summary>
internal sealed class FaultCell(Fault fault, CalledMethod method, int attempt) : IAsyncDisposable
{
    private readonly CellClock _clock = new(Options(null!).Timeout, Options(null!).AttemptTimeout, Options(null!).BodyIdleTimeout);
    private readonly CountingPool _pool = new();
    private readonly RawServer _elsewhere = RawServer.Start(async connection => await connection.ReadRequestAsync());
    private RawServer _server = null!;
    private NumberingHandler _requests = null!;
    private int _delivered;

    /// <summary>What came of it, in the words of the table, with whatever is not as it should be.</summary>
    public async Task<string> RunAsync()
    {
        _server = RawServer.Start(ServeAsync);
        _requests = new NumberingHandler(Wire());
        string outcome;
        var options = Options(_server.Address);
        (options.Pool, options.TimeProvider) = (_pool, _clock);
        using (var aurora = AuroraClient.Create(options, _requests))
        {
            outcome = await CallAsync(aurora);
            outcome += Left("request", _requests.UnderWay) + Left("timer", _clock.Waiting) + Left("buffer", _pool.Rented);
        }

        return outcome + Left("connection", await _server.SettleAsync()) + (_elsewhere.Accepted > 0 ? ", and the other origin was asked" : "");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _elsewhere.DisposeAsync();
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

    private static string Left(string what, int count) => count == 0 ? "" : $", and {count} {what}s left";

    private async Task<string> CallAsync(AuroraClient aurora)
    {
        try
        {
            var difference = await method.CallAsync(aurora, () => _delivered++).WaitAsync(TimeSpan.FromMinutes(1));
            var requests = _requests.Count(method.Meets) - method.Before;
            var outcome = requests == attempt ? "read" : requests == attempt + 1 ? "again" : $"{requests} requests";
            var paused = (int)Math.Round(_clock.Paused.TotalSeconds);
            return outcome + (paused >= 10 ? $" after {paused} s" : "") + (difference is null ? "" : ", but " + difference);
        }
        catch (AuroraApiException exception)
        {
            return CellOutcome.Of(exception) + Unexpected(exception);
        }
    }

    private string Unexpected(AuroraApiException exception)
    {
        var wrong = exception.Attempts == _requests.Count(_ => true) ? "" : $", but {exception.Attempts} attempts";
        wrong += exception.Delivered == _delivered ? "" : $", but {exception.Delivered} delivered";
        wrong += exception.ToString().Contains("a-key") ? ", but with the key" : "";
        wrong += exception.PartialResult is null == (method.Name != "GetManyAsync") ? "" : ", but without what came before";
        return wrong + (_clock.Now <= Options(null!).Timeout ? "" : $", but after {_clock.Now}");
    }

    private async Task ServeAsync(RawConnection connection)
    {
        while (await connection.ReadRequestAsync() is { } request)
        {
            var number = method.Meets(request.Target) ? request.Number - method.Before : 0;
            var setting = new FaultSetting(method.Json(request), _clock, _elsewhere.Address);
            if (number == attempt)
                await fault.Meet(connection, setting);
            else
                await connection.SendAsync(number >= 1 && number < attempt ? Failure() : fault.Instead is null ? setting.Answer : Closing(setting.Body));
        }
    }

    private byte[] Failure() => fault.Instead is null ? RawAnswer.Of("503 Service Unavailable", "") : RawAnswer.Of("503 Service Unavailable", "", "Connection: close");

    // What happens to a new connection needs one.
    private static byte[] Closing(byte[] body) => RawAnswer.Of("200 OK", body, RawAnswer.Json, "Connection: close");

    private SocketsHttpHandler Wire()
    {
        var wire = WireHandler.Create();
        if (fault.Instead is { } instead)
            wire.ConnectCallback = async (context, cancellationToken) =>
            {
                var request = context.InitialRequestMessage;
                var number = int.Parse(request.Headers.GetValues(NumberingHandler.Header).Single(), System.Globalization.CultureInfo.InvariantCulture);
                var isMet = method.Meets(request.RequestUri!.PathAndQuery) && number - method.Before == attempt;
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(isMet ? instead : context.DnsEndPoint, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            };
        return wire;
    }
}
