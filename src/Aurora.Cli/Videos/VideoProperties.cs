using System.Reflection;
using Aurora.Client;
using Newtonsoft.Json;

namespace Aurora.Cli.Videos;

/// <summary>The properties of a video in the order and under the names of the document, whatever it will have.</summary>
internal static class VideoProperties
{
    private static readonly (string Name, PropertyInfo Property)[] Documented =
    [
        .. from property in typeof(AuroraFlow).GetProperties()
           let json = property.GetCustomAttribute<JsonPropertyAttribute>()
           where json?.PropertyName is not null
           select (json.PropertyName, property),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Documented.Select(property => property.Name)];

    /// <summary>Those of the document, and then those that the document does not know.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Of(AuroraFlow video) =>
        InDocument(video).Concat(video.AdditionalProperties);

    public static IEnumerable<KeyValuePair<string, object?>> InDocument(AuroraFlow video) =>
        Documented.Select(property => KeyValuePair.Create(property.Name, property.Property.GetValue(video)));
}
