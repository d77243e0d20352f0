using Newtonsoft.Json;

namespace Aurora.Client;

/// <summary>Matches every type but converts none, so that Newtonsoft.Json does not use converters after it.</summary>
internal sealed class NoFurtherConverters : JsonConverter
{
    public override bool CanRead => false;

    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => true;

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => throw new NotSupportedException();

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
