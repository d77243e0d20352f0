namespace Aurora.Client;

/// <summary>What the document says of an object in a request: what only the API writes, the objects in it, and what it demands of the rest.</summary>
/// <param name="readOnly">The properties that the API writes and nobody else.</param>
/// <param name="objects">The properties that hold objects, or collections of them.</param>
/// <param name="rules">What it demands of the other properties.</param>
/// <param name="inherited">The schema that this one extends.</param>
internal sealed class RequestShape(string[] readOnly, (string Name, Func<RequestShape> Shape)[] objects, RequestRule[] rules, Func<RequestShape>? inherited = null)
{
    public IEnumerable<RequestRule> Rules => inherited is null ? rules : inherited().Rules.Concat(rules);

    public bool IsReadOnly(string property) => readOnly.Contains(property) || inherited?.Invoke().IsReadOnly(property) == true;

    /// <summary>The object that a property holds; null where the document names none.</summary>
    public RequestShape? Of(string property) =>
        objects.FirstOrDefault(found => found.Name == property).Shape?.Invoke() ?? inherited?.Invoke().Of(property);
}
