using Aurora.TestKit.Differential;

namespace Aurora.Client.Tests.Json;

/// <summary>Checks that no serializer silently loses a value of a public type.</summary>
[TestFixture]
public sealed class PublicTypesTests
{
    private static readonly AuroraFlow Video = new() { Id = Guid.NewGuid(), Status = AuroraStatus.Done, Name = null, WebhookUrl = new Uri("https://h.example/a b"), AdditionalProperties = { ["new"] = 1L } };

    private static readonly object[] Values =
    [
        Video,
        AuroraStatus.InQueue,
        new AuroraModelVersion("brand_new"),
        AuroraOrdering.Status.ThenBy(AuroraOrdering.CreatedAt.Descending()),
        new AuroraBatchProgress(1, 2, 3, 4),
        new AuroraBatchResult([Video], [Guid.NewGuid()]),
        new AuroraDownloadProgress(1, 2),
        new AuroraChange(Video, new AuroraFlow { Status = AuroraStatus.Running }),
        new AuroraWatchOptions { Interval = TimeSpan.FromSeconds(7), Deadline = TimeSpan.FromHours(1) },
        new SchemaDrift(SchemaDriftKind.WrongType, "$[].status", "a number"),
        AuroraErrorKind.Server,
        SchemaDriftKind.Malformed,
        SchemaDriftHandling.Throw,
    ];

    private static readonly object[] Refused =
    [
        new AuroraClientOptions { ApiId = "id", ApiKey = "key" },
        new AuroraApiException(AuroraErrorKind.Server, "message"),
        new AuroraResponse(System.Net.HttpStatusCode.OK, "[]"),
        AuroraClient.Create("id", "key"),
    ];

    private static readonly Serializer[] Serializers =
    [
        new("System.Text.Json", (value, type) => System.Text.Json.JsonSerializer.Serialize(value, type), (json, type) => System.Text.Json.JsonSerializer.Deserialize(json, type)),
        .. from options in SystemTextJsonTests.AllOptions
           select new Serializer(options.Name, (value, type) => System.Text.Json.JsonSerializer.Serialize(value, type, options.Value), (json, type) => System.Text.Json.JsonSerializer.Deserialize(json, type, options.Value)),
        new("Newtonsoft.Json", (value, type) => Newtonsoft.Json.JsonConvert.SerializeObject(value, type, null), (json, type) => Newtonsoft.Json.JsonConvert.DeserializeObject(json, type)),
        new("AuroraJson.Settings", (value, type) => Newtonsoft.Json.JsonConvert.SerializeObject(value, type, AuroraJson.Settings), (json, type) => Newtonsoft.Json.JsonConvert.DeserializeObject(json, type, AuroraJson.Settings)),
    ];

    [OneTimeTearDown]
    public void Dispose() => Refused.OfType<IDisposable>().ToList().ForEach(value => value.Dispose());

    [Test]
    public void Every_public_type_is_covered()
    {
        var values = typeof(AuroraClient).Assembly.GetExportedTypes().Where(type => !(type.IsAbstract && type.IsSealed) && !typeof(System.Text.Json.Serialization.JsonConverter).IsAssignableFrom(type));

        // Callers cannot create these types, so they cannot serialize them.
        Assert.That(values.Except([typeof(AuroraSpecification)]), Is.EquivalentTo(Values.Concat(Refused).Select(value => value.GetType())));
    }

    [Test]
    public void Value_survives_a_round_trip([ValueSource(nameof(Values))] object value, [ValueSource(nameof(Serializers))] Serializer serializer)
    {
        var json = serializer.Write(value, value.GetType());

        Assert.That(Difference.Between(value, serializer.Read(json, value.GetType())), Is.Null, json);
    }

    [Test]
    public void Default_of_a_struct_survives_a_round_trip([ValueSource(nameof(Serializers))] Serializer serializer)
    {
        foreach (var value in new object[] { default(AuroraStatus), default(AuroraModelVersion), default(AuroraOrdering), default(AuroraBatchProgress), default(AuroraDownloadProgress) })
            Assert.That(serializer.Read(serializer.Write(value, value.GetType()), value.GetType()), Is.EqualTo(value));
    }

    [Test]
    public void Type_that_does_not_survive_a_round_trip_throws([ValueSource(nameof(Refused))] object value, [ValueSource(nameof(Serializers))] Serializer serializer)
    {
        Assert.That(() => serializer.Write(value, value.GetType()), Throws.TypeOf<NotSupportedException>().With.Message.Contains(value.GetType().Name));
        Assert.That(() => serializer.Read("{}", value.GetType()), Throws.TypeOf<NotSupportedException>().With.Message.Contains(value.GetType().Name));
    }

    public sealed record Serializer(string Name, Func<object, Type, string> Write, Func<string, Type, object?> Read)
    {
        public override string ToString() => Name;
    }
}
