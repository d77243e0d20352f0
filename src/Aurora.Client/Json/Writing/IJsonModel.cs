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

internal static class JsonModel
{
    /// <summary>Returns whether the JSON of the object would contain any property. Only clients of other documents call this method.</summary>
    public static bool HasContent(this IJsonModel model) => model.Present.HasAny || model.AdditionalProperties.Count > 0;
}

/// <summary>Writes one value.</summary>
internal delegate void JsonWrite<in T>(Utf8JsonWriter writer, T value, JsonContent content);
