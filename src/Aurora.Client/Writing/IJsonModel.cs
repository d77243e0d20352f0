using System.Text.Json;

namespace Aurora.Client;

/// <summary>A generated class, which writes itself as the document describes it.</summary>
internal interface IJsonModel
{
    /// <summary>The properties that hold a value that was set, or that somebody has put something into.</summary>
    PropertySet Present { get; }

    IDictionary<string, object?> AdditionalProperties { get; }

    void Write(Utf8JsonWriter writer, JsonContent content);
}
