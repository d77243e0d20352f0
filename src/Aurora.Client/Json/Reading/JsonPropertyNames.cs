using System.Text;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>
/// Finds the properties of a schema by their names. The order is usually the same in all objects, so the property that followed in the
/// previous object is tried first.
/// </summary>
internal sealed class JsonPropertyNames(string schema, params (string Text, bool IsRequired)[] properties)
{
    private readonly byte[][] _utf8 = [.. properties.Select(property => Encoding.UTF8.GetBytes(property.Text))];

    // The property that follows each property; index 0 is the start of the object. Threads share the array, and a hint that another
    // thread has changed only costs a search.
    private readonly int[] _followers = [.. Enumerable.Range(0, properties.Length + 1)];

    private readonly PropertySet _required = Where(properties, property => property.IsRequired && !ResponseShapes.WriteOnly.Contains((schema, property.Text)));

    private readonly PropertySet _blank = Where(properties, property => ResponseShapes.Blank.Contains((schema, property.Text)));

    private readonly JsonEncodedText[] _encoded = [.. properties.Select(property => JsonEncodedText.Encode(property.Text))];

    /// <summary>The names in the order of the document.</summary>
    public IReadOnlyList<string> Names { get; } = [.. properties.Select(property => property.Text)];

    public int Count => properties.Length;

    public string this[int index] => properties[index].Text;

    public bool IsRequired(int index) => _required.Contains(index);

    /// <summary>Returns whether the property can be an empty text although its enum does not list it.</summary>
    public bool MayBeBlank(int index) => _blank.Contains(index);

    /// <summary>Returns the name, encoded for JSON.</summary>
    public JsonEncodedText Encoded(int index) => _encoded[index];

    /// <summary>Returns whether all required properties are in the set.</summary>
    public bool HasAllRequired(PropertySet seen) => properties.Length <= PropertySet.InWord && (_required.Word & ~seen.Word) == 0;

    /// <summary>Returns the index of the property at the reader, or -1.</summary>
    /// <param name="reader">The reader, at the name of the property.</param>
    /// <param name="previous">The index of the previous property, or -1.</param>
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
