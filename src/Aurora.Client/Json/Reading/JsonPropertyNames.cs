using System.Text;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>
/// Finds the properties of a schema by their names. The order is usually the same in all objects, so the property that followed in the
/// previous object is tried first.
/// </summary>
// The arrays are filled without LINQ, because a new process would compile its generic code for tuples first.
internal sealed class JsonPropertyNames(string schema, params (string Text, bool IsRequired)[] properties)
{
    private readonly byte[][] _utf8 = Array.ConvertAll(properties, property => Encoding.UTF8.GetBytes(property.Text));

    // The property that follows each property; index 0 is the start of the object. Threads share the array, and a hint that another
    // thread has changed only costs a search.
    private readonly int[] _followers = FollowersInOrder(properties.Length);

    private readonly PropertySet _required = Where(properties, property => property.IsRequired && !Contains(ResponseShapes.WriteOnly, schema, property.Text));

    private readonly PropertySet _blank = Where(properties, property => Contains(ResponseShapes.Blank, schema, property.Text));

    // Only writing needs them.
    private JsonEncodedText[]? _encoded;

    /// <summary>The names in the order of the document.</summary>
    public IReadOnlyList<string> Names { get; } = Array.ConvertAll(properties, property => property.Text);

    public int Count => properties.Length;

    public string this[int index] => properties[index].Text;

    public bool IsRequired(int index) => _required.Contains(index);

    /// <summary>Returns whether the property can be an empty text although its enum does not list it.</summary>
    public bool MayBeBlank(int index) => _blank.Contains(index);

    public JsonEncodedText Encoded(int index) => (_encoded ??= Array.ConvertAll(properties, property => JsonEncodedText.Encode(property.Text)))[index];

    public bool HasAllRequired(PropertySet seen) => properties.Length <= PropertySet.InWord && (_required.Word & ~seen.Word) == 0;

    /// <summary>Returns the index of the property whose name is at the reader, or -1.</summary>
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

    private static int[] FollowersInOrder(int count)
    {
        var followers = new int[count + 1];
        for (var index = 0; index < followers.Length; index++)
            followers[index] = index;
        return followers;
    }

    private static bool Contains((string Schema, string Property)[] shapes, string schema, string property)
    {
        foreach (var shape in shapes)
        {
            if (shape.Schema == schema && shape.Property == property)
                return true;
        }

        return false;
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
