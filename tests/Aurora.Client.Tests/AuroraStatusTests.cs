using Newtonsoft.Json;

namespace Aurora.Client.Tests;

/// <summary>What every string-backed enum promises, by the example of one.</summary>
[TestFixture]
public sealed class AuroraStatusTests
{
    [Test]
    public void Unknown_value_keeps_its_text_and_equals_itself()
    {
        var status = new AuroraStatus("brand_new");

        Assert.That(status.IsKnown, Is.False);
        Assert.That(status.ToString(), Is.EqualTo("brand_new"));
        Assert.That(status, Is.EqualTo(new AuroraStatus("brand_new")).And.Not.EqualTo(AuroraStatus.Done));
        Assert.That(status.GetHashCode(), Is.EqualTo(new AuroraStatus("brand_new").GetHashCode()));
    }

    [Test]
    public void Known_values_are_those_of_the_document_in_its_order()
    {
        Assert.That(AuroraStatus.KnownValues.Select(status => status.Value), Is.EqualTo(new[] { "pending", "in_queue", "running", "failed", "done", "rejected" }));
        Assert.That(AuroraStatus.KnownValues, Has.All.Property("IsKnown").True);
    }

    [Test]
    public void Case_of_a_letter_makes_another_value() => Assert.That(new AuroraStatus("Done") == AuroraStatus.Done, Is.False);

    [Test]
    public void Default_value_is_empty_and_unknown()
    {
        Assert.That(default(AuroraStatus).Value, Is.Empty);
        Assert.That(default(AuroraStatus).IsKnown, Is.False);
    }

    [Test]
    public void Constants_are_cases_of_a_switch()
    {
        var ended = AuroraStatus.Failed.Value switch
        {
            AuroraStatus.Values.Done or AuroraStatus.Values.Failed or AuroraStatus.Values.Rejected => true,
            _ => false,
        };
        Assert.That(ended, Is.True);
    }

    [TestCase("\"done\"")]
    [TestCase("\"brand_new\"")]
    public void Json_is_the_text_both_ways_with_and_without_settings(string json)
    {
        Assert.That(JsonConvert.SerializeObject(JsonConvert.DeserializeObject<AuroraStatus>(json)), Is.EqualTo(json));
        Assert.That(JsonConvert.SerializeObject(JsonConvert.DeserializeObject<AuroraStatus?>(json, AuroraJson.Settings), AuroraJson.Settings), Is.EqualTo(json));
    }

    [Test]
    public void Json_null_is_null_where_the_type_allows_it() => Assert.That(JsonConvert.DeserializeObject<AuroraStatus?>("null"), Is.Null);
}
