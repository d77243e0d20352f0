using Aurora.Client;

namespace Aurora.Cli.Drifts;

/// <summary>Counts the drift of an answer by kind and path, and in how many of its videos each came.</summary>
internal sealed class DriftTally
{
    // For each kind, so that names which the API makes up leave room for what befalls the document's own.
    private const int MostPaths = 100;

    private readonly Dictionary<(string Kind, string Path), Entry> _entries = [];
    private readonly Dictionary<string, int> _paths = [];
    private readonly Dictionary<string, long> _leftOut = [];

    /// <summary>How many videos have been read.</summary>
    public long Videos { get; private set; }

    public IEnumerable<DriftRow> Rows => _entries.Select(entry => entry.Value.Row);

    public IEnumerable<LeftOut> LeftOut => _leftOut.Select(pair => new LeftOut(pair.Key, pair.Value));

    /// <summary>What comes after this is in the next video.</summary>
    public void EndVideo() => Videos++;

    public void Add(SchemaDrift drift)
    {
        var row = new DriftRow(DriftKind.Of(drift.Kind), drift.Path, 1, IsInAVideo(drift) ? 1 : null, DriftExample.Of(drift));
        if (!_entries.TryGetValue((row.Kind, row.Path), out var entry))
            Add(row);
        else
            _entries[(row.Kind, row.Path)] = entry.Again(Videos);
    }

    /// <summary>Adds what has come in another answer alone. Of videos that were read here too, the rest has been counted.</summary>
    public void AddNewOf(DriftTally other)
    {
        var isFull = _leftOut.Keys.ToHashSet();
        foreach (var row in other.Rows.Where(row => !_entries.ContainsKey((row.Kind, row.Path)) && !isFull.Contains(row.Kind)))
            Add(row with { Videos = null });
        foreach (var (kind, count) in other._leftOut.Where(pair => !isFull.Contains(pair.Key)))
            _leftOut[kind] = _leftOut.GetValueOrDefault(kind) + count;
    }

    public void Add(DriftRow row)
    {
        var paths = _paths.GetValueOrDefault(row.Kind);
        if (paths == MostPaths)
        {
            _leftOut[row.Kind] = _leftOut.GetValueOrDefault(row.Kind) + row.Count;
            return;
        }

        _paths[row.Kind] = paths + 1;
        _entries.Add((row.Kind, row.Path), new Entry(row, Videos));
    }

    // What the array holds instead of a video is reported at the path of its elements.
    private static bool IsInAVideo(SchemaDrift drift) => drift.Path != "$[]";

    private readonly record struct Entry(DriftRow Row, long LastVideo)
    {
        public Entry Again(long video) => new(
            Row with { Count = Row.Count + 1, Videos = video == LastVideo ? Row.Videos : Row.Videos + 1 },
            video);
    }
}
