using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aurora.Client;

/// <summary>Prevents System.Text.Json from converting types that contain keys, connections or stack traces.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RefusedByJson : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => true;

    /// <summary>Always throws.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException(Message(typeToConvert));

    private static string Message(Type type) => $"{type.Name} cannot be converted to or from JSON. Fix: serialize the values that you need from it.";

    /// <summary>Prevents the same for Newtonsoft.Json.</summary>
    internal sealed class Newtonsoft : global::Newtonsoft.Json.JsonConverter
    {
        public override bool CanConvert(Type objectType) => true;

        public override object ReadJson(global::Newtonsoft.Json.JsonReader reader, Type objectType, object? existingValue, global::Newtonsoft.Json.JsonSerializer serializer) =>
            throw new NotSupportedException(Message(objectType));

        public override void WriteJson(global::Newtonsoft.Json.JsonWriter writer, object? value, global::Newtonsoft.Json.JsonSerializer serializer) =>
            throw new NotSupportedException(Message(value!.GetType()));
    }
}
