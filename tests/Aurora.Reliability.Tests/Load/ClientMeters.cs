using System.Diagnostics.Metrics;

namespace Aurora.Reliability.Tests.Load;

/// <summary>Measures the requests and retries of the client, and the open connections of the HTTP handler.</summary>
internal sealed class ClientMeters : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _requests;
    private long _retries;
    private long _open;
    private long _peak;

    public ClientMeters()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is "aurora.client.requests" or "aurora.client.retries" or "http.client.open_connections")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Count(instrument.Name, value));
        _listener.Start();
    }

    public long Requests => Interlocked.Read(ref _requests);

    public long Retries => Interlocked.Read(ref _retries);

    public long OpenConnections => Interlocked.Read(ref _open);

    public long PeakConnections => Interlocked.Read(ref _peak);

    public void Dispose() => _listener.Dispose();

    private void Count(string name, long value)
    {
        if (name == "aurora.client.requests")
            Interlocked.Add(ref _requests, value);
        else if (name == "aurora.client.retries")
            Interlocked.Add(ref _retries, value);
        else
            Raise(Interlocked.Add(ref _open, value));
    }

    private void Raise(long open)
    {
        for (var peak = PeakConnections; open > peak; peak = PeakConnections)
            Interlocked.CompareExchange(ref _peak, open, peak);
    }
}
