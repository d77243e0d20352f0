using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Aurora.Client;

/// <summary>How the JSON of the API is read and written.</summary>
public static class AuroraJson
{
    private const string ByReflection = "Newtonsoft.Json reads and writes by reflection. The client itself reads responses without it.";

    private static JsonSerializer? _lenient;

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

    /// <summary>What a URL that is never null holds when the API sent none, or none that can be read: <c>about:blank</c>.</summary>
    public static Uri NoUri { get; } = new("about:blank");

    /// <summary>The settings, and on top of them: an odd value leaves its property at the default and never loses the rest.</summary>
    internal static JsonSerializer Lenient => _lenient ??= CreateLenient();

    [RequiresUnreferencedCode(ByReflection)]
    [RequiresDynamicCode(ByReflection)]
    internal static JToken ToToken(object body) => JToken.FromObject(body, Lenient);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Who asks for the serializer is marked.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Who asks for the serializer is marked.")]
    private static JsonSerializer CreateLenient()
    {
        var serializer = JsonSerializer.Create(Settings);
        serializer.Error += (_, error) => error.ErrorContext.Handled = true;
        return serializer;
    }
}
