using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Aurora.Client;

/// <summary>How the JSON of the API is read and written.</summary>
public static class AuroraJson
{
    private const string ByReflection = "Newtonsoft.Json reads and writes by reflection. The client itself reads responses without it.";

    /// <summary>
    /// New settings with which Newtonsoft.Json reads and writes the types of this package, so that what one wrote the other
    /// reads back. No text is turned into a date unasked. Unlike the client, they make an exception of a value that does not
    /// fit its property, since Newtonsoft.Json cannot tell it from a text that breaks off.
    /// </summary>
    public static JsonSerializerSettings Settings
    {
        [RequiresUnreferencedCode(ByReflection)]
        [RequiresDynamicCode(ByReflection)]
        get => new()
        {
            ContractResolver = new DefaultContractResolver(),
            Converters = { new DateConverter(), new TimestampConverter(), new UriTextConverter() },
            Culture = CultureInfo.InvariantCulture,
            DateParseHandling = DateParseHandling.None,
            MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
            ObjectCreationHandling = ObjectCreationHandling.Replace,
        };
    }
}
