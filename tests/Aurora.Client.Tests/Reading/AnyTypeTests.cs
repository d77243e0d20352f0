using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Aurora.Client.Tests.Reading;

/// <summary>Types of a later document for which there is no overload: Newtonsoft.Json makes them of what was read.</summary>
[TestFixture]
public sealed class AnyTypeTests
{
    private readonly List<SchemaDrift> _drift = [];

    [SetUp]
    public void Forget() => _drift.Clear();

    [Test]
    public void Value_of_the_type_is_read()
    {
        Assert.That(Read<Dictionary<string, int[]>>("""{ "a": [1, 2], "b": [] }""", out var value), Is.True);
        Assert.That(value, Is.EqualTo(new Dictionary<string, int[]> { ["a"] = [1, 2], ["b"] = [] }));
        Assert.That(_drift, Is.Empty);
    }

    [TestCase("7", "of kind Integer")]
    [TestCase("\"x\"", "of kind String")]
    [TestCase("[1]", "of kind Array")]
    public void Value_of_another_type_is_told_and_left_out(string json, string found)
    {
        Assert.That(Read<Dictionary<string, int>>(json, out var value), Is.False);
        Assert.That(value, Is.Null);
        Assert.That(_drift, Is.EqualTo(new[] { new SchemaDrift(SchemaDriftKind.WrongType, "$", found) }));
    }

    [Test]
    public void Null_is_left_out()
    {
        Assert.That(Read<Dictionary<string, int>>("null", out var value), Is.False);
        Assert.That(value, Is.Null);
    }

    [Test]
    public void Odd_item_leaves_the_rest() =>
        Assert.That(Read<Dictionary<string, int>>("""{ "a": 1, "b": "x", "c": 3 }""", out var value) && value["a"] == 1 && value["c"] == 3, Is.True);

    [TestCase("1", typeof(long))]
    [TestCase("9223372036854775807", typeof(long))]
    [TestCase("9223372036854775808", typeof(BigInteger))]
    [TestCase("-9223372036854775809", typeof(BigInteger))]
    [TestCase("1.5", typeof(double))]
    [TestCase("1e2", typeof(double))]
    [TestCase("true", typeof(bool))]
    [TestCase("\"x\"", typeof(string))]
    [TestCase("[]", typeof(List<object?>))]
    [TestCase("{}", typeof(Dictionary<string, object?>))]
    public void Anything_is_a_plain_value(string json, Type type)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        using var context = new ReadContext(_drift.Add, "$");

        Assert.That(JsonValue.Read(ref reader, context, out object value), Is.True);
        Assert.That(value, Is.TypeOf(type));
    }

    [Test]
    public void Place_after_a_map_is_the_one_before_it()
    {
        var reader = new Utf8JsonReader("""{ "a": 1 }"""u8);
        reader.Read();
        using var context = new ReadContext(_drift.Add, "$");

        JsonValue.Read(ref reader, context, out IDictionary<string, string> _);
        context.Report(SchemaDriftKind.Null);

        Assert.That(_drift, Is.EqualTo(new[] { new SchemaDrift(SchemaDriftKind.WrongType, "$.*", "a number"), new SchemaDrift(SchemaDriftKind.Null, "$", "") }));
    }

    private bool Read<T>(string json, out T value)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        using var context = new ReadContext(_drift.Add, "$");
        return JsonValue.Read(ref reader, context, out value);
    }
}
