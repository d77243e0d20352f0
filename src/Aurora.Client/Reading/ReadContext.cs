using System.Text.Json;

namespace Aurora.Client;

/// <summary>Where a reader is in the document, and to whom it tells what departs from it. One for each response.</summary>
internal sealed class ReadContext(Action<SchemaDrift> report, string root) : IDisposable
{
    private const int MostTold = 200;

    // An element that departs more often is read when it is known to be whole, and told as it is read.
    private const int MostPending = 64;

    private readonly List<SchemaDrift> _pending = [];
    private bool _isTentative;

    private readonly string _root = root;
    private bool _isStrict;
    private bool _takesQuotedNumbers;
    private (SchemaDriftKind Kind, string Found) _last;
    private string _object = root;
    private Place _place = Place.Nowhere;

    /// <summary>The texts of this response that may come again; null where they are not looked for.</summary>
    public SharedTexts? Texts { get; private init; } = new();

    /// <summary>For a reader that takes a value as it has to be, or not at all.</summary>
    /// <param name="root">What the paths begin with.</param>
    /// <param name="takesQuotedNumbers">Whether a number may stand in quotes.</param>
    /// <param name="refuse">Throws.</param>
    public static ReadContext Strict(string root, bool takesQuotedNumbers, Action<SchemaDrift> refuse) =>
        new(refuse, root) { _isStrict = true, _takesQuotedNumbers = takesQuotedNumbers, Texts = null };

    /// <summary>Moves on to the next property of an object.</summary>
    /// <param name="reader">On the object's start, or on the last token of a property's value; left on the value, or on the name of a property that is not known.</param>
    /// <param name="properties">What the document names.</param>
    /// <param name="last">The known property before this one; -1 at first.</param>
    /// <param name="property">Which it is, or -1.</param>
    /// <returns>False at the end of the object, or of what has arrived.</returns>
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

    /// <summary>Whether an element departs so often that not all is remembered.</summary>
    private bool IsFull => _pending.Count == MostPending;

    /// <summary>Begins to read an element of which the end may be missing: nothing is told until <see cref="Confirm"/>.</summary>
    public void Try() => _isTentative = true;

    /// <summary>The element was there: tells what departed, unless that is too much to have been remembered.</summary>
    /// <returns>False when it was too much; then nothing has been told, and nothing of the element has been read.</returns>
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

    /// <summary>The element was not there: nothing of it has been read.</summary>
    public void Withdraw()
    {
        _isTentative = false;
        _pending.Clear();
        (_object, _place) = (_root, Place.Nowhere);
    }

    /// <summary>Whether there is a value, where the document allows no null.</summary>
    public bool HasValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Null)
            return true;
        Report(SchemaDriftKind.Null);
        return false;
    }

    /// <summary>Reports each required property that is in none of these.</summary>
    /// <param name="properties">What the document names.</param>
    /// <param name="values">Those that have a value.</param>
    /// <param name="omitted">Those that came, but could not be read.</param>
    /// <param name="nulls">Those that came as null where the document allows none.</param>
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

    /// <summary>Reports a property that the document does not name.</summary>
    /// <param name="reader">On its value.</param>
    /// <param name="property">Its name.</param>
    public void ReportUnknown(ref Utf8JsonReader reader, string property)
    {
        // What is told of it is short, and is told of every fault in the value.
        _place.Unknown = property.Length > MostTold ? property[..(MostTold + 1)] : property;
        Report(SchemaDriftKind.UnknownProperty, KindOf(reader.TokenType));
    }

    /// <summary>Moves on to a name of which nothing is known yet, so that a fault in it is not told of the property before.</summary>
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

        var drift = new SchemaDrift(kind, Printable(Path), Printable(found));
        if (!_isTentative)
            report(drift);
        else if (!IsFull)
            _pending.Add(drift);
    }

    /// <summary>Leaves out a value that could not be read, which a strict reader does not.</summary>
    public void Omit()
    {
        if (_isStrict)
            report(new SchemaDrift(_last.Kind, Path, _last.Found));
    }

    /// <summary>Reports a number that has another form or stands in quotes.</summary>
    public void ReportNumber(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number || (_takesQuotedNumbers && reader.TokenType == JsonTokenType.String))
            Report(SchemaDriftKind.Malformed, KindOf(reader.TokenType));
        else
            Refuse(ref reader);
    }

    /// <summary>Reports a value of another JSON type and steps over it.</summary>
    public bool Refuse(ref Utf8JsonReader reader)
    {
        Report(SchemaDriftKind.WrongType, KindOf(reader.TokenType));
        // Of what has not arrived nothing can be skipped.
        reader.TrySkip();
        return false;
    }

    /// <summary>Goes down into the value of the current property; <see cref="Leave"/> takes what this returns.</summary>
    public (string Object, Place Place) Enter(string suffix = "")
    {
        var outer = (_object, _place);
        (_object, _place) = (Path + suffix, Place.Nowhere);
        return outer;
    }

    /// <summary>Goes down into an object with these properties.</summary>
    public (string Object, Place Place) Enter(JsonPropertyNames properties)
    {
        var outer = Enter();
        _place.Properties = properties;
        return outer;
    }

    public void Dispose() => Texts?.Dispose();

    public void Leave((string Object, Place Place) outer) => (_object, _place) = outer;

    /// <summary>Names and values come from the network, and go into logs: no control characters, and no end of text.</summary>
    private static string Printable(string text)
    {
        var bounded = text.Length > MostTold ? text[..MostTold] + "…" : text;
        return bounded.Any(char.IsControl) ? string.Concat(bounded.Select(character => char.IsControl(character) ? '\ufffd' : character)) : bounded;
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

    /// <summary>The property of an object at which a reader is. Its name is looked up only when somebody is told of it.</summary>
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
