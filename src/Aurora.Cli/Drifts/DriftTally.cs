namespace Aurora.Cli.Drifts;

/// <summary>Counts the drift in a response by kind and path, and the videos that it affects.</summary>
internal sealed class DriftTally
{
    // The limit applies to each kind, so that unknown properties cannot crowd out the other kinds.
    private const int MaxPaths = 100;

    private readonly Dictionary<(string Kind, string Path), Entry> _entries = [];
    private readonly Dictionary<string, int> _paths = [];
    private readonly Dictionary<string, long> _leftOut = [];

    public long Videos { get; private set; }

    public IEnumerable<DriftRow> Rows => _entries.Select(entry => entry.Value.Row);

    public IEnumerable<OmittedDrift> LeftOut => _leftOut.Select(pair => new OmittedDrift(pair.Key, pair.Value));

    /// <summary>Assigns the drift that is added after this call to the next video.</summary>
    public void EndVideo() => Videos++;

    public void Add(SchemaDrift drift)
    {
        var row = new DriftRow(DriftKind.Of(drift.Kind), drift.Path, 1, IsInAVideo(drift) ? 1 : null, DriftExample.Of(drift));
        if (!_entries.TryGetValue((row.Kind, row.Path), out var entry))
            Add(row);
        else
            _entries[(row.Kind, row.Path)] = entry.Repeat(Videos);
    }

    /// <summary>Adds the drift that only another response has. Both responses contain the same videos, so the rest is already counted.</summary>
    public void AddNew(DriftTally other)
    {
        var fullKinds = _leftOut.Keys.ToHashSet();
        foreach (var row in other.Rows.Where(row => !_entries.ContainsKey((row.Kind, row.Path)) && !fullKinds.Contains(row.Kind)))
            Add(row with { Videos = null });
        foreach (var (kind, count) in other._leftOut.Where(pair => !fullKinds.Contains(pair.Key)))
            _leftOut[kind] = _leftOut.GetValueOrDefault(kind) + count;
    }

    public void Add(DriftRow row)
    {
        var paths = _paths.GetValueOrDefault(row.Kind);
        if (paths == MaxPaths)
        {
            _leftOut[row.Kind] = _leftOut.GetValueOrDefault(row.Kind) + row.Count;
            return;
        }

        _paths[row.Kind] = paths + 1;
        _entries.Add((row.Kind, row.Path), new Entry(row, Videos));
    }

    // An element that is not a video is reported with the path of the elements.
    private static bool IsInAVideo(SchemaDrift drift) => drift.Path != "$[]";

    private readonly record struct Entry(DriftRow Row, long LastVideo)
    {
        public Entry Repeat(long video) => new(Row with { Count = Row.Count + 1, Videos = video == LastVideo ? Row.Videos : Row.Videos + 1 }, video);
    }
}

/// <summary>Selects what may be shown of a value: its JSON type, or the text of an unknown enum value that looks like an identifier.</summary>
internal static partial class DriftExample
{
    public const string NotAnIdentifier = "(not an identifier)";

    public static string? Of(SchemaDrift drift) => drift switch
    {
        { Found: "" } => null,
        { Kind: SchemaDriftKind.UnknownValue } => IsIdentifier(drift.Found) ? drift.Found : NotAnIdentifier,
        _ => drift.Found,
    };

    /// <summary>Returns whether a text looks like a name. The id of a person or a video also looks like one, and is excluded.</summary>
    public static bool IsIdentifier(string text) => Identifier().IsMatch(text) && !Guid.TryParse(text, out _);

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,31}\z")]
    private static partial Regex Identifier();
}
