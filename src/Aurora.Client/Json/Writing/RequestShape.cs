namespace Aurora.Client;

/// <summary>Describes an object in a request: its read-only properties, its objects, and the requirements for its other properties.</summary>
/// <param name="readOnly">The properties that only the API sets.</param>
/// <param name="objects">The properties that contain objects, or collections of objects.</param>
/// <param name="rules">The requirements for the other properties.</param>
/// <param name="inherited">The schema that this schema extends.</param>
internal sealed class RequestShape(string[] readOnly, (string Name, Func<RequestShape> Shape)[] objects, RequestRule[] rules, Func<RequestShape>? inherited = null)
{
    public IEnumerable<RequestRule> Rules => inherited is null ? rules : inherited().Rules.Concat(rules);

    public bool IsReadOnly(string property) => readOnly.Contains(property) || inherited?.Invoke().IsReadOnly(property) == true;

    public RequestShape? Of(string property) =>
        objects.FirstOrDefault(found => found.Name == property).Shape?.Invoke() ?? inherited?.Invoke().Of(property);
}

/// <summary>The requirements of the document for one property of a request, which has this name in the document and is this member in C#.</summary>
internal sealed record RequestRule(
    string Name,
    string Member,
    bool IsRequired = false,
    bool MayBeNull = false,
    // Whether the property is an enum without an empty value. Any other text is sent, because the document can be older than the API.
    bool IsChoice = false,
    int? MinLength = null,
    int? MaxLength = null,
    decimal? Minimum = null,
    decimal? Maximum = null,
    bool ExcludesMinimum = false,
    bool ExcludesMaximum = false,
    // The lists and dictionaries that contain its objects, the outermost first: [ for a list, { for a dictionary.
    string Around = "");
