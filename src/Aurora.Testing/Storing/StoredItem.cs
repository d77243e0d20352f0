namespace Aurora.Testing.Storing;

/// <summary>An immutable item and its serialized bytes.</summary>
internal sealed class StoredItem
{
    private readonly JObject _json;
    private SortedBy? _sortedBy;

    /// <exception cref="ArgumentException">The item has no valid identity.</exception>
    public StoredItem(JObject item, ItemShape shape)
    {
        var text = item.ToString(Formatting.None);
        // By default, Newtonsoft.Json converts timestamps to DateTime and writes them in a different format.
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        _json = JObject.Load(reader);
        Key = shape.KeyOf(_json);
        Bytes = Encoding.UTF8.GetBytes(text);
    }

    /// <summary>Gets the identity of the item in its canonical form.</summary>
    public string Key { get; }

    public byte[] Bytes { get; }

    public JObject Copy() => (JObject)_json.DeepClone();

    public bool Has(string field) => _json.ContainsKey(field);

    public bool HasValue(string field, JToken value) => SortKey.Of(_json[field]) == SortKey.Of(value);

    /// <summary>Returns the sort key for a field. The latest key is cached, because many requests sort by the same field.</summary>
    public SortKey KeyBy(string field)
    {
        if (_sortedBy is { } kept && kept.Field == field)
            return kept.Key;
        var key = SortKey.Of(_json[field]);
        _sortedBy = new SortedBy(field, key);
        return key;
    }

    private sealed record SortedBy(string Field, SortKey Key);
}

/// <summary>
/// The sort key of a JSON value. Null and missing values come first, followed by booleans, numbers, times and other text. Times are compared
/// as UTC; text is compared by UTF-16 code units.
/// </summary>
internal readonly record struct SortKey(int Rank, double Number, long Ticks, string Text) : IComparable<SortKey>
{
    public static SortKey Of(JToken? token) => token switch
    {
        null or { Type: JTokenType.Null or JTokenType.Undefined } => new(0, 0, 0, ""),
        { Type: JTokenType.Boolean } => new(1, (bool)token ? 1 : 0, 0, ""),
        { Type: JTokenType.Integer or JTokenType.Float } => new(2, (double)token, 0, ""),
        { Type: JTokenType.String } => OfText((string)token!),
        _ => new(4, 0, 0, token.ToString()),
    };

    public int CompareTo(SortKey other)
    {
        var order = Rank.CompareTo(other.Rank);
        order = order != 0 ? order : Number.CompareTo(other.Number);
        order = order != 0 ? order : Ticks.CompareTo(other.Ticks);
        return order != 0 ? order : string.CompareOrdinal(Text, other.Text);
    }

    private static SortKey OfText(string text) =>
        LooksLikeTime(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? new(3, 0, time.UtcTicks, "")
            : new(4, 0, 0, text);

    private static bool LooksLikeTime(string text) => text.Length >= 20 && text[4] == '-' && text[7] == '-' && text[10] == 'T';
}
