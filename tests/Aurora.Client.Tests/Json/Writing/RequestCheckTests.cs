using System.Text;

namespace Aurora.Client.Tests.Json.Writing;

[TestFixture]
public sealed class RequestCheckTests
{
    private static readonly RequestShape Child = new([], [], [new RequestRule("age", "Age") { IsRequired = true, Minimum = 0, Maximum = 150, ExcludesMinimum = true }]);

    private static readonly RequestShape Video = new(
        ["id"],
        [("child", static () => Child), ("children", static () => Child), ("by_name", static () => Child)],
        [
            new RequestRule("audio", "Audio") { IsRequired = true },
            new RequestRule("image", "Image") { IsRequired = true },
            new RequestRule("name", "Name") { MayBeNull = true, MinLength = 2, MaxLength = 3 },
            new RequestRule("model", "Model") { IsChoice = true },
            new RequestRule("child", "Child"),
            new RequestRule("children", "Children") { Around = "[" },
            new RequestRule("by_name", "ByName") { Around = "{[" },
        ]);

    [Test]
    public void EnsureValid_without_required_properties_names_all_of_them() =>
        Assert.That(() => Check("{}"), Throws.ArgumentException.With.Property("ParamName").EqualTo("body")
            .And.Message.Contains("""Audio ("audio") is required. Image ("image") is required."""));

    [TestCase("""{"audio":null}""", """Audio ("audio") is required and must not be null.""")]
    [TestCase("""{"model":null}""", """Model ("model") must not be null.""")]
    [TestCase("""{"model":""}""", """Model ("model") must not be empty.""")]
    [TestCase("""{"name":"abcd"}""", """Name ("name") must have at most 3 characters, but has 4.""")]
    [TestCase("""{"name":"a"}""", """Name ("name") must have at least 2 characters, but has 1.""")]
    [TestCase("""{"child":{"age":0}}""", """Child.Age ("age") must be greater than 0, but is 0.""")]
    [TestCase("""{"child":{"age":151.5}}""", """Child.Age ("age") must be at most 150, but is 151.5.""")]
    [TestCase("""{"child":{"age":1.5E+308}}""", """Child.Age ("age") must be at most 150, but is 1.5E+308.""")]
    [TestCase("""{"child":{"age":-1.5E+308}}""", """Child.Age ("age") must be greater than 0, but is -1.5E+308.""")]
    [TestCase("""{"children":[{"age":1},{"age":-1}]}""", """Children[1].Age ("age") must be greater than 0, but is -1.""")]
    [TestCase("""{"by_name":{"a":[{"age":200}]}}""", """ByName["a"][0].Age ("age") must be at most 150, but is 200.""")]
    public void EnsureValid_with_an_invalid_value_names_the_property_and_the_limit(string json, string problem) =>
        Assert.That(() => Check(json, isWhole: false), Throws.ArgumentException.With.Message.Contains(problem));

    [TestCase("""{"name":null,"child":{}}""", TestName = "EnsureValid_of_a_change_requires_nothing")]
    [TestCase("""{"name":"😀😀😀"}""", TestName = "EnsureValid_counts_characters_as_the_document_does")]
    [TestCase("""{"model":"brand_new","other":1}""", TestName = "EnsureValid_allows_what_the_document_does_not_list")]
    public void EnsureValid_of_a_valid_partial_update_does_not_throw(string json) => Assert.That(() => Check(json, isWhole: false), Throws.Nothing);

    [Test]
    public void EnsureValid_of_a_list_checks_every_item() =>
        Assert.That(() => RequestCheck.EnsureValid("""[{"age":1},{}]"""u8.ToArray(), Child, "[", isWhole: true, "body"),
            Throws.ArgumentException.With.Message.Contains("""[1].Age ("age") is required."""));

    private static void Check(string json, bool isWhole = true) => RequestCheck.EnsureValid(Encoding.UTF8.GetBytes(json), Video, "", isWhole, "body");
}
