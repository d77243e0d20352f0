using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Aurora.Client;

/// <summary>Settings to read and write the JSON of the API with Newtonsoft.Json.</summary>
public static class AuroraJson
{
    private const string ByReflection = "Newtonsoft.Json uses reflection. The client itself reads responses without it.";

    // A resolver caches the contracts that it creates by reflection. A new one takes milliseconds to create them again.
    private static readonly DefaultContractResolver Contracts = new();

    /// <summary>
    /// Gets new settings with which Newtonsoft.Json reads and writes the types of this package, so that the output of one is valid
    /// input of the other. Text is never converted to a date. Unlike the client, Newtonsoft.Json throws for a value that does not match
    /// its property. <see cref="JsonConvert.DefaultSettings"/> does not affect these settings. All settings share their contract resolver:
    /// to use other contracts, replace it instead of changing it.
    /// </summary>
    public static JsonSerializerSettings Settings
    {
        // JsonConvert merges these settings with the defaults of the application, so every property is set, even if only to its default value.
        // Only ReferenceResolverProvider is not set, because it is not used without references and metadata.
        [RequiresUnreferencedCode(ByReflection)]
        [RequiresDynamicCode(ByReflection)]
        get => new()
        {
            CheckAdditionalContent = true,
            ConstructorHandling = ConstructorHandling.Default,
            Context = default(StreamingContext),
            ContractResolver = Contracts,
            Converters =
            {
                new TextConverter<DateTime>("a date in the form 2026-01-31", ParameterText.TryReadDate, static value => ParameterText.Of(value)),
                new TextConverter<DateTimeOffset>("a date and time in the form of RFC 3339", Timestamp.TryRead, static value => ParameterText.Of(value)),
                new TextConverter<Uri>("a URL", static (text, out value) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value), static value => value.OriginalString),
                new DoubleConverter(),
                new NoFurtherConverters(),
            },
            Culture = CultureInfo.InvariantCulture,
            DateFormatHandling = DateFormatHandling.IsoDateFormat,
            DateFormatString = null!,
            DateParseHandling = DateParseHandling.None,
            DateTimeZoneHandling = DateTimeZoneHandling.RoundtripKind,
            DefaultValueHandling = DefaultValueHandling.Include,
            EqualityComparer = EqualityComparer<object>.Default,
            // The default handler of the application runs first, and can have marked the error as handled.
            Error = static (_, error) => error.ErrorContext.Handled = false,
            FloatFormatHandling = FloatFormatHandling.String,
            FloatParseHandling = FloatParseHandling.Double,
            Formatting = Formatting.None,
            MaxDepth = 64,
            MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
            MissingMemberHandling = MissingMemberHandling.Ignore,
            NullValueHandling = NullValueHandling.Include,
            ObjectCreationHandling = ObjectCreationHandling.Replace,
            PreserveReferencesHandling = PreserveReferencesHandling.None,
            ReferenceLoopHandling = ReferenceLoopHandling.Error,
            SerializationBinder = new DefaultSerializationBinder(),
            StringEscapeHandling = StringEscapeHandling.Default,
            TraceWriter = new NoTrace(),
            TypeNameAssemblyFormatHandling = TypeNameAssemblyFormatHandling.Simple,
            TypeNameHandling = TypeNameHandling.None,
        };
    }

    private sealed class NoTrace : ITraceWriter
    {
        public System.Diagnostics.TraceLevel LevelFilter => System.Diagnostics.TraceLevel.Off;

        public void Trace(System.Diagnostics.TraceLevel level, string message, Exception? ex)
        {
        }
    }

    /// <summary>Matches every type but converts none, so that Newtonsoft.Json does not use converters after it.</summary>
    private sealed class NoFurtherConverters : JsonConverter
    {
        public override bool CanRead => false;

        public override bool CanWrite => false;

        public override bool CanConvert(Type objectType) => true;

        public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => throw new NotSupportedException();

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
    }
}
