using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Aurora.Client.Tests.Json;

/// <summary>Checks that <see cref="JsonConvert.DefaultSettings"/> of an application does not change how the client's types are read and written.</summary>
[TestFixture]
[NonParallelizable]
public sealed class AuroraJsonSettingsTests
{
    private const string Video = """
        {
          "id": "0f8fad5b-d9cb-469f-a165-70867728950e", "created_at": "2026-01-31T10:20:30.5+02:00", "name": null, "audio": "https://cdn.example/a.mp3",
          "text_prompt": "<b>pérson</b>", "credits_used": 12.5, "duration": "25", "status": "running", "is_hidden": false, "media_job": "0f8fad5b-d9cb-469f-a165-70867728950f",
          "$type": "System.Object", "$id": "1", "unheard_of": { "when": "2026-01-31T10:20:30Z", "ratio": 1.10, "deep": [[[1]]] }
        }
        """;

    /// <summary>For each property, a default that an application could set and that changes JSON.</summary>
    private static readonly Dictionary<string, Action<JsonSerializerSettings>> Hostile = new()
    {
        ["CheckAdditionalContent"] = settings => settings.CheckAdditionalContent = false,
        ["ConstructorHandling"] = settings => settings.ConstructorHandling = ConstructorHandling.AllowNonPublicDefaultConstructor,
#pragma warning disable SYSLIB0050 // Newtonsoft.Json still has the property.
        ["Context"] = settings => settings.Context = new StreamingContext(default, "the application's"),
#pragma warning restore SYSLIB0050
        ["ContractResolver"] = settings => settings.ContractResolver = new CamelCasePropertyNamesContractResolver(),
        ["Converters"] = settings => settings.Converters = [new Shouting()],
        ["Culture"] = settings => settings.Culture = CultureInfo.GetCultureInfo("de-DE"),
        ["DateFormatHandling"] = settings => settings.DateFormatHandling = DateFormatHandling.MicrosoftDateFormat,
        ["DateFormatString"] = settings => settings.DateFormatString = "yyyy",
        ["DateParseHandling"] = settings => settings.DateParseHandling = DateParseHandling.DateTime,
        ["DateTimeZoneHandling"] = settings => settings.DateTimeZoneHandling = DateTimeZoneHandling.Local,
        ["DefaultValueHandling"] = settings => settings.DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate,
        ["EqualityComparer"] = settings => settings.EqualityComparer = new AllEqual(),
        ["Error"] = settings => settings.Error = (_, error) => error.ErrorContext.Handled = true,
        ["FloatFormatHandling"] = settings => settings.FloatFormatHandling = FloatFormatHandling.Symbol,
        ["FloatParseHandling"] = settings => settings.FloatParseHandling = FloatParseHandling.Decimal,
        ["Formatting"] = settings => settings.Formatting = Formatting.Indented,
        ["MaxDepth"] = settings => settings.MaxDepth = 3,
        ["MetadataPropertyHandling"] = settings => settings.MetadataPropertyHandling = MetadataPropertyHandling.ReadAhead,
        ["MissingMemberHandling"] = settings => settings.MissingMemberHandling = MissingMemberHandling.Error,
        ["NullValueHandling"] = settings => settings.NullValueHandling = NullValueHandling.Ignore,
        ["ObjectCreationHandling"] = settings => settings.ObjectCreationHandling = ObjectCreationHandling.Reuse,
        ["PreserveReferencesHandling"] = settings => settings.PreserveReferencesHandling = PreserveReferencesHandling.All,
        ["ReferenceLoopHandling"] = settings => settings.ReferenceLoopHandling = ReferenceLoopHandling.Ignore,
        ["ReferenceResolverProvider"] = settings => settings.ReferenceResolverProvider = () => new RefusingResolver(),
        ["SerializationBinder"] = settings => settings.SerializationBinder = new RefusingBinder(),
        ["StringEscapeHandling"] = settings => settings.StringEscapeHandling = StringEscapeHandling.EscapeHtml,
        ["TraceWriter"] = settings => settings.TraceWriter = new RefusingTrace(),
        ["TypeNameAssemblyFormatHandling"] = settings => settings.TypeNameAssemblyFormatHandling = TypeNameAssemblyFormatHandling.Full,
        ["TypeNameHandling"] = settings => settings.TypeNameHandling = TypeNameHandling.All,
    };

    private static IEnumerable<string> Properties => typeof(JsonSerializerSettings)
        .GetProperties()
        .Where(property => property.GetCustomAttribute<ObsoleteAttribute>() is null)
        .Select(property => property.Name);

    [TearDown]
    public void ClearDefaults() => JsonConvert.DefaultSettings = null;

    [Test]
    public void Settings_share_the_resolver_which_caches_contracts()
    {
        var (one, other) = (AuroraJson.Settings, AuroraJson.Settings);

        Assert.That(one.ContractResolver, Is.SameAs(other.ContractResolver));
    }

    [Test]
    public void Settings_ignore_a_hostile_default_of_any_property([ValueSource(nameof(Properties))] string property)
    {
        var expected = Outcome();
        var defaults = new JsonSerializerSettings();
        Assert.That(Hostile, Does.ContainKey(property), $"Newtonsoft.Json has a new property, {property}. Set it in AuroraJson.Settings, and add a hostile value here.");
        Hostile[property](defaults);

        JsonConvert.DefaultSettings = () => defaults;

        Assert.That(Outcome(), Is.EqualTo(expected));
    }

    [Test]
    public void Settings_ignore_all_hostile_defaults_together()
    {
        var expected = Outcome();
        var defaults = new JsonSerializerSettings();
        foreach (var change in Hostile.Values)
            change(defaults);

        JsonConvert.DefaultSettings = () => defaults;

        Assert.That(Outcome(), Is.EqualTo(expected));
    }

    [Test]
    public void Settings_set_every_property([ValueSource(nameof(Properties))] string property)
    {
        Assume.That(property, Is.Not.EqualTo("ReferenceResolverProvider"), "Without references, no resolver is used.");
        const BindingFlags all = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
        var type = typeof(JsonSerializerSettings);
        var settings = AuroraJson.Settings;
        var lowered = char.ToLowerInvariant(property[0]) + property[1..];

        var isSet = type.GetField($"_{lowered}Set", all)?.GetValue(settings) ?? type.GetField($"_{lowered}", all)?.GetValue(settings) ?? type.GetProperty(property)!.GetValue(settings);

        Assert.That(isSet, Is.Not.Null.And.Not.EqualTo(false));
    }

    /// <summary>Describes the results for a caller: the written JSON, the read objects, and the errors.</summary>
    private static string Outcome()
    {
        var video = JsonConvert.DeserializeObject<AuroraFlow>(Video, AuroraJson.Settings)!;
        var lines = new List<string>
        {
            JsonConvert.SerializeObject(video, AuroraJson.Settings),
            JsonConvert.SerializeObject(new[] { video, video }, AuroraJson.Settings),
            JObject.FromObject(video, JsonSerializer.CreateDefault(AuroraJson.Settings)).ToString(Formatting.None),
            JsonConvert.SerializeObject(new AuroraFlow { CreditsUsed = double.NaN }, AuroraJson.Settings),
            $"{video.Duration} {video.CreatedAt:O} {video.MediaJob} {video.PromptGuidanceScale} {video.AdditionalProperties.Count} {video.AdditionalProperties["unheard_of"]!.GetType()}",
            JsonConvert.SerializeObject(video.AdditionalProperties, AuroraJson.Settings),
        };
        foreach (var refused in new[] { """{"duration": "long"}""", """{"duration": 1""", "{} {}", """{"status": 1}""" })
            lines.Add(Refusal(refused));
        return string.Join("\n", lines);
    }

    private static string Refusal(string json)
    {
        try
        {
            return $"{json} is read as {JsonConvert.DeserializeObject<AuroraFlow>(json, AuroraJson.Settings)}";
        }
        catch (JsonException exception)
        {
            return $"{json} throws {exception.GetType().Name}";
        }
    }

    private sealed class Shouting : Newtonsoft.Json.JsonConverter
    {
        public override bool CanConvert(Type objectType) => true;

        public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => throw new JsonSerializationException("The application's converter reads.");

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => writer.WriteValue("THE APPLICATION'S");
    }

    private sealed class AllEqual : IEqualityComparer
    {
        public new bool Equals(object? x, object? y) => true;

        public int GetHashCode(object obj) => 0;
    }

    private sealed class RefusingBinder : ISerializationBinder
    {
        public Type BindToType(string? assemblyName, string typeName) => throw new InvalidOperationException("The application's.");

        public void BindToName(Type serializedType, out string? assemblyName, out string? typeName) => throw new InvalidOperationException("The application's.");
    }

    private sealed class RefusingResolver : IReferenceResolver
    {
        public object ResolveReference(object context, string reference) => throw new InvalidOperationException("The application's.");

        public string GetReference(object context, object value) => throw new InvalidOperationException("The application's.");

        public bool IsReferenced(object context, object value) => throw new InvalidOperationException("The application's.");

        public void AddReference(object context, string reference, object value) => throw new InvalidOperationException("The application's.");
    }

    private sealed class RefusingTrace : ITraceWriter
    {
        public System.Diagnostics.TraceLevel LevelFilter => System.Diagnostics.TraceLevel.Verbose;

        public void Trace(System.Diagnostics.TraceLevel level, string message, Exception? ex) => throw new InvalidOperationException("The application's.");
    }
}
