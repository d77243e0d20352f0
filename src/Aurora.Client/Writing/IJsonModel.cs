using System.Text.Json;

namespace Aurora.Client;

/// <summary>A generated class that writes itself as JSON in the form of the document.</summary>
internal interface IJsonModel
{
    /// <summary>The properties that were set, and the collections that are not empty.</summary>
    PropertySet Present { get; }

    IDictionary<string, object?> AdditionalProperties { get; }

    void Write(Utf8JsonWriter writer, JsonContent content);
}
