using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Aurora.Client;

namespace Aurora.Cli.Drift;

/// <summary>
/// Counts every departure, by the client's own counter: its callback tells of each kind and path once. The counter is that of the
/// process, in which this tool has one client.
/// </summary>
internal sealed class DriftCounter : IDisposable
{
    // A response can make up as many property names as it likes.
    public const int MostRows = 1000;

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(string Kind, string Path), long> _counts = new();
    private readonly ConcurrentDictionary<(string Kind, string Path), string> _examples = new();
    private long _leftOut;

    public DriftCounter()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Name: "aurora.client.schema_drift", Meter.Name: "Aurora.Client" })
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, count, tags, _) => Add(count, tags));
        _listener.Start();
    }

    /// <summary>How many departures were met that have no row.</summary>
    public long LeftOut => Interlocked.Read(ref _leftOut);

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<DriftRow> Rows =>
    [
        .. _counts
            .Select(pair => new DriftRow(Words(pair.Key.Kind), pair.Key.Path, pair.Value, _examples.GetValueOrDefault(pair.Key, "")))
            .OrderByDescending(row => row.Count).ThenBy(row => row.Path, StringComparer.Ordinal).ThenBy(row => row.Kind, StringComparer.Ordinal),
    ];

    /// <summary>Remembers what was found, the first time.</summary>
    public void Remember(SchemaDrift drift)
    {
        if (_examples.Count < MostRows)
            _examples.TryAdd((drift.Kind.ToString(), drift.Path), DriftExample.Of(drift));
    }

    /// <summary>Ends the counting; what has been counted stays.</summary>
    public void Dispose() => _listener.Dispose();

    private void Add(long count, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = (Tag(tags, "aurora.drift.kind"), Tag(tags, "aurora.drift.path"));
        if (_counts.ContainsKey(key) || _counts.Count < MostRows)
            _counts.AddOrUpdate(key, count, (_, before) => before + count);
        else
            Interlocked.Add(ref _leftOut, count);
    }

    private static string Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == name)
                return tag.Value?.ToString() ?? "";
        }

        return "";
    }

    private static string Words(string kind) => kind switch
    {
        nameof(SchemaDriftKind.UnknownProperty) => "unknown property",
        nameof(SchemaDriftKind.UnknownValue) => "unknown value",
        nameof(SchemaDriftKind.WrongType) => "wrong type",
        _ => kind.ToLowerInvariant(),
    };
}
