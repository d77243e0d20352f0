using System.Text.Json;

namespace Aurora.Client;

/// <summary>Tracks the position of a reader in one response, and reports deviations from the document.</summary>
internal sealed class ReadContext(Action<SchemaDrift> report, string root) : IDisposable
{
    private const int MostTold = 200;

    // An element with more deviations is read again when it is known to be complete, and reported while it is read.
    private const int MostPending = 64;

    private readonly List<SchemaDrift> _pending = [];
    private bool _isTentative;

    private readonly string _root = root;
    private bool _isStrict;
    private bool _takesQuotedNumbers;
    private (SchemaDriftKind Kind, string Found) _last;
    private string _object = root;
    private Place _place = Place.Nowhere;

    /// <summary>The texts of this response that can repeat; null if they are not shared.</summary>
    public SharedTexts? Texts { get; private init; } = new();

    /// <summary>Creates a context that accepts only values that match the document, except that a number may be in quotes if the caller says so.</summary>
    public static ReadContext Strict(string root, bool takesQuotedNumbers, Action<SchemaDrift> refuse) =>
        new(refuse, root) { _isStrict = true, _takesQuotedNumbers = takesQuotedNumbers, Texts = null };

    /// <summary>Moves from the start of an object, or from the end of a value, to the next value, or to the name of an unknown property, whose index is -1.</summary>
    /// <returns>False at the end of the object or of the bytes that have arrived.</returns>
    public bool Next(ref Utf8JsonReader reader, JsonPropertyNames properties, ref int last, out int property)
    {
        property = -1;
        if (IsFull || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
            return false;
        property = properties.Find(ref reader, last);
        if (property < 0)
            return true;
        last = property;
        (_place.Known, _place.Unknown) = (property, null);
        return reader.Read();
    }

    /// <summary>Whether an element has more deviations than the context remembers.</summary>
    private bool IsFull => _pending.Count == MostPending;

    /// <summary>Starts to read an element that may be incomplete. Nothing is reported until <see cref="Confirm"/>.</summary>
    public void Try() => _isTentative = true;

    /// <summary>Reports the deviations of a complete element, unless there are too many to remember.</summary>
    /// <returns>False if there were too many. Nothing was reported then, and the element must be read again.</returns>
    public bool Confirm()
    {
        if (IsFull)
        {
            Withdraw();
            return false;
        }

        _isTentative = false;
        if (_pending.Count == 0)
            return true;
        var drifts = _pending.ToArray();
        _pending.Clear();
        foreach (var drift in drifts)
            report(drift);
        return true;
    }

    public void Withdraw()
    {
        _isTentative = false;
        _pending.Clear();
        (_object, _place) = (_root, Place.Nowhere);
    }

    /// <summary>Returns whether the value is not null, and reports null.</summary>
    public bool HasValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Null)
            return true;
        Report(SchemaDriftKind.Null);
        return false;
    }

    /// <summary>Reports each required property without a value, except those whose value could not be read or is null, which are already reported.</summary>
    public void ReportMissing(JsonPropertyNames properties, in PropertySet values, in PropertySet omitted = default, in PropertySet nulls = default)
    {
        if (_isStrict || properties.HasAllRequired(values))
            return;
        _place.Unknown = null;
        for (var i = 0; i < properties.Count; i++)
        {
            if (values.Contains(i) || omitted.Contains(i) || nulls.Contains(i) || !properties.IsRequired(i))
                continue;
            _place.Known = i;
            Report(SchemaDriftKind.Missing);
        }
    }

    /// <summary>Reports a property that is not in the document, and whose value is at the reader.</summary>
    public void ReportUnknown(ref Utf8JsonReader reader, string property)
    {
        // The name is shortened, because it is part of the path of every deviation in the value.
        _place.Unknown = property.Length > MostTold ? property[..(MostTold + 1)] : property;
        Report(SchemaDriftKind.UnknownProperty, KindOf(reader.TokenType));
    }

    /// <summary>Moves to a name that has not been read, so that an error in it is not reported for the previous property.</summary>
    public void Forget() => (_place.Known, _place.Unknown) = (-1, null);

    public void Report(SchemaDriftKind kind, string found = "")
    {
        if (kind == SchemaDriftKind.UnknownValue && found.Length == 0 && _place.MayBeBlank)
            return;
        if (_isStrict && kind != SchemaDriftKind.WrongType)
        {
            _last = (kind, found);
            return;
        }

        var path = Path;
        var drift = new SchemaDrift(kind, Printable(path), Printable(found)) { DocumentPath = _place.Unknown is null ? path : _object + ".*" };
        if (!_isTentative)
            report(drift);
        else if (!IsFull)
            _pending.Add(drift);
    }

    /// <summary>Omits a value that could not be read. A strict context reports it instead.</summary>
    public void Omit()
    {
        if (_isStrict)
            report(new SchemaDrift(_last.Kind, Path, _last.Found));
    }

    /// <summary>Reports a number that has another form or is in quotes.</summary>
    public void ReportNumber(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number || (_takesQuotedNumbers && reader.TokenType == JsonTokenType.String))
            Report(SchemaDriftKind.Malformed, KindOf(reader.TokenType));
        else
            Refuse(ref reader);
    }

    /// <summary>Reports a value of another JSON type, and skips it.</summary>
    public bool Refuse(ref Utf8JsonReader reader)
    {
        Report(SchemaDriftKind.WrongType, KindOf(reader.TokenType));
        // If the end of the value has not arrived, nothing is skipped.
        reader.TrySkip();
        return false;
    }

    /// <summary>Enters the value of the current property. Pass the result to <see cref="Leave"/>.</summary>
    public (string Object, Place Place) Enter(string suffix = "")
    {
        var outer = (_object, _place);
        (_object, _place) = (Path + suffix, Place.Nowhere);
        return outer;
    }

    public (string Object, Place Place) Enter(JsonPropertyNames properties)
    {
        var outer = Enter();
        _place.Properties = properties;
        return outer;
    }

    public void Dispose() => Texts?.Dispose();

    public void Leave((string Object, Place Place) outer) => (_object, _place) = outer;

    /// <summary>Makes a name or value from the network safe for logs: it has a maximum length and no control characters.</summary>
    private static string Printable(string text)
    {
        var bounded = text.Length > MostTold ? text[..MostTold] + "…" : text;
        // Most texts have none, and LINQ would take longer than the rest of a report.
        foreach (var character in bounded)
        {
            if (char.IsControl(character))
                return string.Concat(bounded.Select(each => char.IsControl(each) ? '\ufffd' : each));
        }

        return bounded;
    }

    private string Path => _place.Name is { } name ? _object + "." + name : _object;

    private static string KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };

    /// <summary>The current property of an object. Its name is looked up only for a report.</summary>
    internal struct Place
    {
        public static Place Nowhere => new() { Known = -1 };

        public JsonPropertyNames? Properties;
        public int Known;
        public string? Unknown;

        public readonly bool MayBeBlank => Unknown is null && Known >= 0 && Properties!.MayBeBlank(Known);

        public readonly string? Name => Unknown ?? (Known >= 0 ? Properties![Known] : null);
    }
}
