using System.Text.Json;

namespace Aurora.Client;

/// <summary>Writes one value.</summary>
internal delegate void JsonWrite<in T>(Utf8JsonWriter writer, T value, JsonContent content);
