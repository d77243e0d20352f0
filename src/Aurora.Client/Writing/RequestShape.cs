namespace Aurora.Client;

/// <summary>What the document says of an object in a request: what only the API writes, and the objects in it.</summary>
/// <param name="readOnly">The properties that the API writes and nobody else.</param>
/// <param name="objects">The properties that hold objects, or collections of them.</param>
/// <param name="inherited">The schema that this one extends.</param>
internal sealed class RequestShape(string[] readOnly, (string Name, Func<RequestShape> Shape)[] objects, Func<RequestShape>? inherited = null)
{
    public bool IsReadOnly(string property) => readOnly.Contains(property) || inherited?.Invoke().IsReadOnly(property) == true;

    /// <summary>The object that a property holds; null where the document names none.</summary>
    public RequestShape? Of(string property) =>
        objects.FirstOrDefault(found => found.Name == property).Shape?.Invoke() ?? inherited?.Invoke().Of(property);
}
