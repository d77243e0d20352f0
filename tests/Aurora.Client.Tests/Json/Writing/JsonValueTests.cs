using System.Buffers;
using System.Collections;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;

namespace Aurora.Client.Tests.Json.Writing;

[TestFixture]
public sealed class JsonValueTests
{
    private static readonly Guid Id = new("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9");
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly (object? Value, string Json)[] Untyped =
    [
        (null, "null"),
        ("text", "\"text\""),
        (true, "true"),
        (2.0, "2.0"),
        (2.5, "2.5"),
        (1e300, "1E+300"),
        (double.PositiveInfinity, "1e999"),
        (double.NegativeInfinity, "-1e999"),
        (1.5f, "1.5"),
        (1.10m, "1.10"),
        (7, "7"),
        (ulong.MaxValue, "18446744073709551615"),
        (BigInteger.Pow(10, 30), "1" + new string('0', 30)),
        (Id, $"\"{Id}\""),
        (Time, "\"2026-01-02T03:04:05Z\""),
        (Time.UtcDateTime, "\"2026-01-02T03:04:05Z\""),
        (new Uri("https://media.example/a.mp4"), "\"https://media.example/a.mp4\""),
        (new byte[] { 1, 2, 3 }, "\"AQID\""),
        (new AuroraFlow { Name = "spring" }, "{\"name\":\"spring\"}"),
        (JsonDocument.Parse("{\"a\":[1]}").RootElement, "{\"a\":[1]}"),
        (JsonNode.Parse("{\"a\":[1]}"), "{\"a\":[1]}"),
        (JToken.Parse("{\"a\":[1,2.0,\"b\",null,{\"c\":true}]}"), "{\"a\":[1,2.0,\"b\",null,{\"c\":true}]}"),
        (new JRaw("[1]"), "[1]"),
        (new Dictionary<string, object?> { ["a"] = new List<int> { 1 } }, "{\"a\":[1]}"),
        (new Hashtable { [5] = "b" }, "{\"5\":\"b\"}"),
        (new { a = 1 }, "{\"a\":1}"),
    ];

    private static readonly (string Json, Action<Utf8JsonWriter> Value, Action<Utf8JsonWriter, JsonEncodedText> Property)[] Typed =
    [
        ("true", w => JsonValue.Write(w, true, default), (w, n) => JsonValue.Write(w, n, true)),
        ("5", w => JsonValue.Write(w, 5, default), (w, n) => JsonValue.Write(w, n, 5)),
        ("5", w => JsonValue.Write(w, 5L, default), (w, n) => JsonValue.Write(w, n, 5L)),
        ("5", w => JsonValue.Write(w, 5UL, default), (w, n) => JsonValue.Write(w, n, 5UL)),
        ("0.1", w => JsonValue.Write(w, 0.1f, default), (w, n) => JsonValue.Write(w, n, 0.1f)),
        ("3", w => JsonValue.Write(w, 3.0, default), (w, n) => JsonValue.Write(w, n, 3.0)),
        ("0.25", w => JsonValue.Write(w, 0.25, default), (w, n) => JsonValue.Write(w, n, 0.25)),
        ("1E-300", w => JsonValue.Write(w, 1e-300, default), (w, n) => JsonValue.Write(w, n, 1e-300)),
        ("1.10", w => JsonValue.Write(w, 1.10m, default), (w, n) => JsonValue.Write(w, n, 1.10m)),
        ("\"a\"", w => JsonValue.Write(w, "a", default), (w, n) => JsonValue.Write(w, n, "a")),
        ($"\"{Id}\"", w => JsonValue.Write(w, Id, default), (w, n) => JsonValue.Write(w, n, Id)),
        ("\"2026-01-02T03:04:05Z\"", w => JsonValue.Write(w, Time, default), (w, n) => JsonValue.Write(w, n, Time)),
        ("\"2026-01-02\"", w => JsonValue.Write(w, Time.Date, default), (w, n) => JsonValue.Write(w, n, Time.Date)),
        ("\"https://media.example/\"", w => JsonValue.Write(w, new Uri("https://media.example/"), default), (w, n) => JsonValue.Write(w, n, new Uri("https://media.example/"))),
        ("\"AQ==\"", w => JsonValue.Write(w, new byte[] { 1 }, default), (w, n) => JsonValue.Write(w, n, new byte[] { 1 })),
        ("null", w => JsonValue.Write(w, (byte[]?)null, default), (w, n) => JsonValue.Write(w, n, (byte[]?)null)),
        ("null", w => JsonValue.Write(w, (IJsonModel?)null, default), (w, n) => JsonValue.Write(w, n, (IJsonModel?)null, default)),
        ("[1,2]", w => JsonValue.WriteItems<int>(w, [1, 2], default, JsonValue.Write), (w, n) => JsonValue.WriteItems<int>(w, n, [1, 2], default, JsonValue.Write)),
        ("null", w => JsonValue.WriteItems(w, (IReadOnlyList<int>?)null, default, JsonValue.Write), (w, n) => JsonValue.WriteItems(w, n, (IReadOnlyList<int>?)null, default, JsonValue.Write)),
        ("{\"a\":1}", w => JsonValue.WriteItems(w, Map, default, JsonValue.Write), (w, n) => JsonValue.WriteItems(w, n, Map, default, JsonValue.Write)),
        ("null", w => JsonValue.WriteItems(w, (IDictionary<string, int>?)null, default, JsonValue.Write), (w, n) => JsonValue.WriteItems(w, n, (IDictionary<string, int>?)null, default, JsonValue.Write)),
    ];

    private static IDictionary<string, int> Map => new Dictionary<string, int> { ["a"] = 1 };

    [TestCaseSource(nameof(Untyped))]
    public void Value_of_a_type_that_the_document_does_not_say_is_written((object? Value, string Json) expected) =>
        Assert.That(Written(writer => JsonValue.Write(writer, expected.Value, JsonContent.Everything)), Is.EqualTo(expected.Json));

    [Test]
    public void Typed_value_is_written_alike_as_an_item_and_as_a_property()
    {
        foreach (var (json, value, property) in Typed)
        {
            Assert.That(Written(value), Is.EqualTo(json));
            Assert.That(
                Written(writer =>
                {
                    writer.WriteStartObject();
                    property(writer, JsonEncodedText.Encode("p"));
                    writer.WriteEndObject();
                }),
                Is.EqualTo($$"""{"p":{{json}}}"""));
        }
    }

    [Test]
    public void Nullable_item_is_written_as_its_value_or_null()
    {
        Assert.That(Written(writer => JsonValue.WriteNullable<int>(writer, 5, default, JsonValue.Write)), Is.EqualTo("5"));
        Assert.That(Written(writer => JsonValue.WriteNullable<int>(writer, null, default, JsonValue.Write)), Is.EqualTo("null"));
        Assert.That(Written(writer => JsonValue.WriteNullable(writer, "a", default, JsonValue.Write)), Is.EqualTo("\"a\""));
        Assert.That(Written(writer => JsonValue.WriteNullable<string>(writer, null, default, JsonValue.Write)), Is.EqualTo("null"));
    }

    [TestCase("5", true, 5UL)]
    [TestCase("5.0", true, 5UL)]
    [TestCase("\"5\"", true, 5UL)]
    [TestCase("-1", false, 0UL)]
    public void Unsigned_number_is_read_where_it_fits(string json, bool isRead, ulong expected)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        using var context = new ReadContext(_ => { }, "$");

        Assert.That(JsonValue.Read(ref reader, context, out ulong value), Is.EqualTo(isRead));
        Assert.That(value, Is.EqualTo(expected));
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
