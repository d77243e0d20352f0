using System.Text;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>
/// The properties of a schema, found by their names. Responses keep their order, so the one that came after the last one in the
/// object before is tried first; the others only when it is not that one.
/// </summary>
internal sealed class JsonPropertyNames(string schema, params (string Text, bool IsRequired)[] properties)
{
    private readonly byte[][] _utf8 = [.. properties.Select(property => Encoding.UTF8.GetBytes(property.Text))];

    // By the property before, one further on for the object's start. Threads share it: a hint that another one has changed costs
    // a search, and nothing else.
    private readonly int[] _followers = [.. Enumerable.Range(0, properties.Length + 1)];

    private readonly PropertySet _required = Where(properties, property => property.IsRequired && !ResponseShapes.WriteOnly.Contains((schema, property.Text)));

    private readonly PropertySet _blank = Where(properties, property => ResponseShapes.Blank.Contains((schema, property.Text)));

    private readonly JsonEncodedText[] _encoded = [.. properties.Select(property => JsonEncodedText.Encode(property.Text))];

    /// <summary>Their names, in the document's order.</summary>
    public IReadOnlyList<string> Names { get; } = [.. properties.Select(property => property.Text)];

    public int Count => properties.Length;

    public string this[int index] => properties[index].Text;

    public bool IsRequired(int index) => _required.Contains(index);

    /// <summary>Whether an empty text is one of its choices, beside those of its enum.</summary>
    public bool MayBeBlank(int index) => _blank.Contains(index);

    /// <summary>The name as it stands in JSON.</summary>
    public JsonEncodedText Encoded(int index) => _encoded[index];

    /// <summary>Whether every required property has been seen.</summary>
    public bool HasAllRequired(PropertySet seen) => properties.Length <= PropertySet.InWord && (_required.Word & ~seen.Word) == 0;

    /// <summary>Which property it is, or -1.</summary>
    /// <param name="reader">On its name.</param>
    /// <param name="previous">The property before, or -1.</param>
    public int Find(ref Utf8JsonReader reader, int previous)
    {
        var expected = _followers[previous + 1];
        if (expected < _utf8.Length && JsonValue.IsText(ref reader, _utf8[expected]))
            return expected;
        var found = Search(ref reader);
        if (found >= 0)
            _followers[previous + 1] = found;
        return found;
    }

    private int Search(ref Utf8JsonReader reader)
    {
        for (var index = 0; index < _utf8.Length; index++)
        {
            if (JsonValue.IsText(ref reader, _utf8[index]))
                return index;
        }

        return -1;
    }

    private static PropertySet Where((string Text, bool IsRequired)[] properties, Func<(string Text, bool IsRequired), bool> condition)
    {
        var set = new PropertySet();
        for (var index = 0; index < properties.Length; index++)
        {
            if (condition(properties[index]))
                set.Add(index);
        }

        return set;
    }
}
