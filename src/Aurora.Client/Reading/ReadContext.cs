using System.Text.Json;

namespace Aurora.Client;

/// <summary>Where a reader is in the document, and to whom it tells what departs from it. One for each response.</summary>
internal sealed class ReadContext(Action<SchemaDrift> report, string root)
{
    private const int MostTold = 200;

    private string _object = root;
    private string? _property;

    /// <summary>Moves on to the value of a property and says which of those expected it is, or -1.</summary>
    /// <param name="reader">On the property's name.</param>
    /// <param name="properties">What the document names, in its order.</param>
    /// <param name="next">The one to try first: responses keep their order.</param>
    public int Match(ref Utf8JsonReader reader, JsonPropertyName[] properties, ref int next)
    {
        if (!JsonValue.IsText(ref reader))
            return -1;
        for (var tried = 0; tried < properties.Length; tried++)
        {
            var candidate = next < properties.Length ? next : 0;
            next = candidate + 1;
            if (!reader.ValueTextEquals(properties[candidate].Utf8))
                continue;
            _property = properties[candidate].Text;
            reader.Read();
            return candidate;
        }

        return -1;
    }

    /// <summary>Whether there is a value, where the document allows no null.</summary>
    public bool HasValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Null)
            return true;
        Report(SchemaDriftKind.Null);
        return false;
    }

    public void ReportMissing(JsonPropertyName[] properties, ReadOnlySpan<bool> seen)
    {
        for (var i = 0; i < properties.Length; i++)
        {
            if (seen[i] || !properties[i].IsRequired)
                continue;
            _property = properties[i].Text;
            Report(SchemaDriftKind.Missing);
        }
    }

    /// <summary>Reports a property that the document does not name.</summary>
    /// <param name="reader">On its value.</param>
    /// <param name="property">Its name.</param>
    public void ReportUnknown(ref Utf8JsonReader reader, string property)
    {
        _property = property;
        Report(SchemaDriftKind.UnknownProperty, KindOf(reader.TokenType));
    }

    /// <summary>Moves on to a name of which nothing is known yet, so that a fault in it is not told of the property before.</summary>
    public void Forget() => _property = null;

    public void Report(SchemaDriftKind kind, string found = "") => report(new SchemaDrift(kind, Printable(Path), Printable(found)));

    /// <summary>Reports a value of another JSON type and steps over it.</summary>
    public bool Refuse(ref Utf8JsonReader reader)
    {
        Report(SchemaDriftKind.WrongType, KindOf(reader.TokenType));
        reader.Skip();
        return false;
    }

    /// <summary>Goes down into the value of the current property; <see cref="Leave"/> takes what this returns.</summary>
    public (string Object, string? Property) Enter(string suffix = "")
    {
        var outer = (_object, _property);
        (_object, _property) = (Path + suffix, null);
        return outer;
    }

    public void Leave((string Object, string? Property) outer) => (_object, _property) = outer;

    /// <summary>Names and values come from the network, and go into logs: no control characters, and no end of text.</summary>
    private static string Printable(string text)
    {
        var bounded = text.Length > MostTold ? text[..MostTold] + "…" : text;
        return bounded.Any(char.IsControl) ? string.Concat(bounded.Select(character => char.IsControl(character) ? '\ufffd' : character)) : bounded;
    }

    private string Path => _property is null ? _object : _object + "." + _property;

    private static string KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };
}
