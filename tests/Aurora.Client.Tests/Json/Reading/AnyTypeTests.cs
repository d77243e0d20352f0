using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Aurora.Client.Tests.Json.Reading;

/// <summary>Tests values whose type is not in the document.</summary>
[TestFixture]
public sealed class AnyTypeTests
{
    private readonly List<SchemaDrift> _drift = [];

    [SetUp]
    public void Forget() => _drift.Clear();

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
    public void Untyped_value_is_read_as_a_plain_type(string json, Type type)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        using var context = new ReadContext(_drift.Add, "$");

        Assert.That(JsonValue.Read(ref reader, context, out object value), Is.True);
        Assert.That(value, Is.TypeOf(type));
    }

    [Test]
    public void Path_after_a_dictionary_is_the_path_before_it()
    {
        var reader = new Utf8JsonReader("""{ "a": 1 }"""u8);
        reader.Read();
        using var context = new ReadContext(_drift.Add, "$");

        JsonValue.ReadItems(ref reader, context, JsonValue.Read, out IDictionary<string, string> _);
        context.Report(SchemaDriftKind.Null);

        Assert.That(_drift, Is.EqualTo(new[] { new SchemaDrift(SchemaDriftKind.WrongType, "$.*", "a number"), new SchemaDrift(SchemaDriftKind.Null, "$", "") }));
    }
}
