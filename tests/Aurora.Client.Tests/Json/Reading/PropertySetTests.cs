using System.Text;
using System.Text.Json;

namespace Aurora.Client.Tests.Json.Reading;

/// <summary>Tests schemas with more than 64 properties.</summary>
[TestFixture]
public sealed class PropertySetTests
{
    [TestCase(0)]
    [TestCase(63)]
    [TestCase(64)]
    [TestCase(500)]
    public void Contains_is_true_only_for_the_added_property(int property)
    {
        var set = new PropertySet();

        set.Add(property);

        Assert.That(new[] { 0, 1, 62, 63, 64, 65, 127, 128, 500 }.Where(set.Contains), Is.EqualTo(new[] { property }));
    }

    [Test]
    public void Empty_set_contains_no_property() => Assert.That(Enumerable.Range(0, 130).Where(new PropertySet().Contains), Is.Empty);

    [TestCase(64)]
    [TestCase(65)]
    [TestCase(130)]
    public void Each_missing_required_property_is_reported(int count)
    {
        // Every second property is required, and every third one is present.
        var properties = new JsonPropertyNames("Many", [.. Enumerable.Range(0, count).Select(number => ($"p{number}", number % 2 == 0))]);
        var drift = new List<SchemaDrift>();
        using var context = new ReadContext(drift.Add, "$");

        ReadObject($"{{{string.Join(",", Enumerable.Range(0, count).Where(number => number % 3 == 0).Select(number => $"\"p{number}\":1"))}}}", properties, context);

        var missing = Enumerable.Range(0, count).Where(number => number % 2 == 0 && number % 3 != 0);
        Assert.That(drift, Is.EqualTo(missing.Select(number => new SchemaDrift(SchemaDriftKind.Missing, $"$.p{number}", ""))));
    }

    [Test]
    public void Single_missing_required_property_is_reported()
    {
        var properties = new JsonPropertyNames("Two", ("required", true), ("optional", false));
        var drift = new List<SchemaDrift>();
        using var context = new ReadContext(drift.Add, "$");

        ReadObject("""{ "optional": 1 }""", properties, context);

        Assert.That(drift, Is.EqualTo(new[] { new SchemaDrift(SchemaDriftKind.Missing, "$.required", "") }));
    }

    private static void ReadObject(string json, JsonPropertyNames properties, ReadContext context)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        var outer = context.Enter(properties);
        var seen = new PropertySet();
        for (var last = -1; context.Next(ref reader, properties, ref last, out var property);)
            seen.Add(property);
        context.ReportMissing(properties, seen);
        context.Leave(outer);
    }
}
