using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Aurora.Client;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Aurora.Cli.Videos;

/// <summary>Videos as the API has them, nulls included.</summary>
internal static partial class VideoJson
{
    public static void Write(IReadOnlyList<AuroraFlow> videos, TextWriter output)
    {
        var settings = AuroraJson.Settings;
        settings.ContractResolver = new NullsIncluded();
        settings.Formatting = Formatting.Indented;
        // As one text first: an error halfway must not leave half an array behind, nor pass for an error of the serializer.
        var json = JsonConvert.SerializeObject(videos, settings);
        output.WriteLine(ControlCharacter().Replace(json, match => Escape(match.Value[0])));
    }

    private static string Escape(char character) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");

    // Newtonsoft.Json escapes those below U+0020, and terminals obey these too.
    [GeneratedRegex("[\u007F-\u009F]")]
    private static partial Regex ControlCharacter();

    private sealed class NullsIncluded : DefaultContractResolver
    {
        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            property.NullValueHandling = NullValueHandling.Include;
            return property;
        }
    }
}
