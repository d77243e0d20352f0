namespace Aurora.Client;

/// <summary>Which of an object's properties are written. The default value is <see cref="Everything"/>.</summary>
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

    /// <summary>All that is set, as the API sent it.</summary>
    public static JsonContent Everything => default;

    /// <summary>A whole object to send: what is set, and otherwise the document's defaults, without what only the API writes.</summary>
    public static JsonContent Request(RequestShape? shape) => new(Kind.Request, shape);

    /// <summary>A change to send: what is set, without what only the API writes.</summary>
    public static JsonContent Changes(RequestShape? shape) => new(Kind.Changes, shape);

    /// <summary>The properties to write of an object.</summary>
    /// <param name="present">Those that are set.</param>
    /// <param name="names">Those that there are.</param>
    public PropertySet Select(PropertySet present, JsonPropertyNames names)
    {
        if (_kind == Kind.Everything)
            return present;
        var selected = new PropertySet();
        for (var i = 0; i < names.Count; i++)
        {
            var isWritten = present.Contains(i) || (_kind == Kind.Request && names.SentUnset.Contains(i));
            if (isWritten && _shape?.IsReadOnly(names[i]) != true)
                selected.Add(i);
        }

        return selected;
    }

    /// <summary>The properties to write as null although the document allows none, because the API did.</summary>
    public PropertySet Nulls(in PropertyMarks marks) => _kind == Kind.Everything ? marks.Nulls : default;

    /// <summary>The same for the objects that a property holds.</summary>
    public JsonContent Of(JsonPropertyNames names, int property) => _kind == Kind.Everything ? default : new(_kind, _shape?.Of(names[property]));
}
