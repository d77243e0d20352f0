using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Aurora.Client;

/// <summary>How the JSON of the API is read and written.</summary>
public static class AuroraJson
{
    private static readonly JsonSerializer Serializer = CreateSerializer();

    /// <summary>
    /// New settings with which Newtonsoft.Json reads and writes the types of this package, so that what one wrote the other
    /// reads back. No text is turned into a date unasked. Unlike the client, they make an exception of a value that does not
    /// fit its property, since Newtonsoft.Json cannot tell it from a text that breaks off.
    /// </summary>
    public static JsonSerializerSettings Settings => new()
    {
        ContractResolver = new DefaultContractResolver(),
        Converters = { new DateConverter(), new TimestampConverter(), new UriTextConverter() },
        Culture = CultureInfo.InvariantCulture,
        DateParseHandling = DateParseHandling.None,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        ObjectCreationHandling = ObjectCreationHandling.Replace,
    };

    /// <summary>What a URL that is never null holds when the API sent none, or none that can be read: <c>about:blank</c>.</summary>
    public static Uri NoUri { get; } = new("about:blank");

    /// <exception cref="JsonException">It is not JSON, or not of the shape of <typeparamref name="T"/>.</exception>
    internal static T Read<T>(Stream body)
    {
        using var reader = new JsonTextReader(new StreamReader(body, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 4096, leaveOpen: true)) { DateParseHandling = DateParseHandling.None };
        // Read whole first: an error after this is about a value, and the rest can still be had.
        var token = JToken.ReadFrom(reader);
        if (reader.Read())
            throw new JsonReaderException($"There is more after the end of the document. Path '', line {reader.LineNumber}, position {reader.LinePosition}.");
        return token.ToObject<T>(Serializer) ?? throw new JsonSerializationException($"It is of the kind {token.Type}.");
    }

    internal static JToken ToToken(object body) => JToken.FromObject(body, Serializer);

    private static JsonSerializer CreateSerializer()
    {
        var serializer = JsonSerializer.Create(Settings);
        serializer.Error += (_, error) => error.ErrorContext.Handled = true;
        return serializer;
    }
}
