using System.Text.Json;

namespace Aurora.Client;

/// <summary>Selects the properties of an object that are written. The default value is <see cref="Everything"/>.</summary>
internal readonly struct JsonContent
{
    private readonly RequestShape? _shape;
    private readonly Kind _kind;

    private JsonContent(Kind kind, RequestShape? shape) => (_kind, _shape) = (kind, shape);

    private enum Kind
    {
        Everything,
        Request,
        Changes,
    }

    /// <summary>All properties that are set.</summary>
    public static JsonContent Everything => default;

    /// <summary>The properties of a complete object in a request: all that are set, except read-only ones.</summary>
    public static JsonContent Request(RequestShape? shape) => new(Kind.Request, shape);

    /// <summary>The properties of a partial update: all that are set, except read-only ones.</summary>
    public static JsonContent Changes(RequestShape? shape) => new(Kind.Changes, shape);

    /// <inheritdoc cref="RequestCheck.EnsureValid"/>
    public void EnsureValid(ReadOnlyMemory<byte> json, string around, string? parameter) =>
        RequestCheck.EnsureValid(json, _shape, around, _kind == Kind.Request, parameter);

    public PropertySet Select(PropertySet present, JsonPropertyNames names)
    {
        if (_kind == Kind.Everything)
            return present;
        var selected = new PropertySet();
        for (var i = 0; i < names.Count; i++)
        {
            if (present.Contains(i) && _shape?.IsReadOnly(names[i]) != true)
                selected.Add(i);
        }

        return selected;
    }

    /// <summary>Returns the properties to write as null because the API sent null, although the document does not allow it.</summary>
    public PropertySet Nulls(in PropertyMarks marks) => _kind == Kind.Everything ? marks.Nulls : default;

    public JsonContent Of(JsonPropertyNames names, int property) => _kind == Kind.Everything ? default : new(_kind, _shape?.Of(names[property]));
}

/// <summary>A generated class that writes itself as JSON in the form of the document.</summary>
internal interface IJsonModel
{
    /// <summary>The properties that were set, and the collections that are not empty.</summary>
    PropertySet Present { get; }

    IDictionary<string, object?> AdditionalProperties { get; }

    void Write(Utf8JsonWriter writer, JsonContent content);
}

internal static class JsonModel
{
    /// <summary>Returns whether the JSON of the object would contain any property. Only clients of other documents call this method.</summary>
    public static bool HasContent(this IJsonModel model) => model.Present.HasAny || model.AdditionalProperties.Count > 0;
}

internal delegate void JsonWrite<in T>(Utf8JsonWriter writer, T value, JsonContent content);
