using Newtonsoft.Json;

namespace Aurora.Client.Tests;

/// <summary>Tests one enum as an example for all generated enums.</summary>
[TestFixture]
public sealed class AuroraStatusTests
{
    [Test]
    public void Unknown_value_keeps_its_text()
    {
        var status = new AuroraStatus("brand_new");

        Assert.That(status.IsKnown, Is.False);
        Assert.That(status.ToString(), Is.EqualTo("brand_new"));
        Assert.That(status, Is.EqualTo(new AuroraStatus("brand_new")).And.Not.EqualTo(AuroraStatus.Done));
        Assert.That(status.GetHashCode(), Is.EqualTo(new AuroraStatus("brand_new").GetHashCode()));
    }

    [Test]
    public void Known_values_have_the_order_of_the_document()
    {
        Assert.That(AuroraStatus.KnownValues.Select(status => status.Value), Is.EqualTo(new[] { "pending", "in_queue", "running", "failed", "done", "rejected" }));
        Assert.That(AuroraStatus.KnownValues, Has.All.Property("IsKnown").True);
    }

    [Test]
    public void Comparison_is_case_sensitive() => Assert.That(new AuroraStatus("Done") == AuroraStatus.Done, Is.False);

    [Test]
    public void Default_value_is_empty_and_unknown()
    {
        Assert.That(default(AuroraStatus).Value, Is.Empty);
        Assert.That(default(AuroraStatus).IsKnown, Is.False);
    }

    [Test]
    public void Constants_work_as_cases_of_a_switch()
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
    public void Value_is_read_and_written_as_text_with_and_without_settings(string json)
    {
        Assert.That(JsonConvert.SerializeObject(JsonConvert.DeserializeObject<AuroraStatus>(json)), Is.EqualTo(json));
        Assert.That(JsonConvert.SerializeObject(JsonConvert.DeserializeObject<AuroraStatus?>(json, AuroraJson.Settings), AuroraJson.Settings), Is.EqualTo(json));
    }

    [Test]
    public void JSON_null_is_read_as_null_if_the_type_allows_it() => Assert.That(JsonConvert.DeserializeObject<AuroraStatus?>("null"), Is.Null);
}
