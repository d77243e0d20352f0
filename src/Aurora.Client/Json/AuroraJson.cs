using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Aurora.Client;

/// <summary>How the JSON of the API is read and written.</summary>
public static class AuroraJson
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(Settings);

    /// <summary>
    /// New settings with which Newtonsoft.Json reads and writes the types of this package as the client does: one odd value
    /// leaves its property at the default and never loses the rest, and no text is turned into a date unasked.
    /// </summary>
    public static JsonSerializerSettings Settings => new()
    {
        ContractResolver = new DefaultContractResolver(),
        Converters = { new DateConverter(), new TimestampConverter(), new UriTextConverter() },
        Culture = CultureInfo.InvariantCulture,
        DateParseHandling = DateParseHandling.None,
        Error = (_, error) => error.ErrorContext.Handled = error.ErrorContext.Error is not JsonReaderException { LineNumber: > 0 } || error.ErrorContext.Member is not null,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        ObjectCreationHandling = ObjectCreationHandling.Replace,
    };

    /// <summary>What a URL that is never null holds when the API sent none, or none that can be read: <c>about:blank</c>.</summary>
    public static Uri NoUri { get; } = new("about:blank");

    /// <exception cref="JsonException">It is not JSON, or not of the shape of <typeparamref name="T"/>.</exception>
    internal static T Read<T>(Stream body)
    {
        using var reader = new JsonTextReader(new StreamReader(body, Encoding.UTF8)) { DateParseHandling = DateParseHandling.None };
        // Read whole first: an error after this is about a value, and the rest can still be had.
        var token = JToken.ReadFrom(reader);
        if (reader.Read())
            throw new JsonReaderException($"There is more after the end of the document. Path '', line {reader.LineNumber}, position {reader.LinePosition}.");
        return token.ToObject<T>(Serializer) ?? throw new JsonSerializationException($"It is of the kind {token.Type}.");
    }

    internal static JToken ToToken(object body) => JToken.FromObject(body, Serializer);
}
