namespace Aurora.Client.Tests.Transport;

/// <summary>Tests the requests that operations of later documents build.</summary>
[TestFixture]
public sealed class AuroraRequestTests
{
    private static readonly Uri Api = new("https://api.example/base/?ignored=1");

    [Test]
    public void SetPath_escapes_each_parameter()
    {
        var request = new AuroraRequest("retrieve", "GET", "api/folders/{folder}/videos/{number}/");

        request.SetPath("folder", "a/b ü?#");
        request.SetPath("number", 7);

        Assert.That(AddressOf(request), Is.EqualTo("https://api.example/base/api/folders/a%2Fb%20%C3%BC%3F%23/videos/7/"));
        Assert.That(request.ToString(), Is.EqualTo("GET /api/folders/a%2Fb%20%C3%BC%3F%23/videos/7/"));
    }

    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    public void SetPath_with_an_empty_value_or_dots_only_throws(string value) =>
        Assert.That(() => new AuroraRequest("retrieve", "GET", "api/{id}/").SetPath("id", value),
            Throws.ArgumentException.With.Property("ParamName").EqualTo("id").And.Message.Contains($"'{value}'").And.Message.Contains("dots only"));

    [Test]
    public void SetPath_with_null_throws_with_the_parameter_name() =>
        Assert.That(() => new AuroraRequest("retrieve", "GET", "api/{id}/").SetPath("id", null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("id"));

    [Test]
    public void SetPath_accepts_a_value_that_contains_dots() => Assert.That(AddressOf(Filled(request => request.SetPath("id", "..a."))), Does.EndWith("/..a."));

    [Test]
    public void AddQuery_keeps_the_order_and_escapes_names_and_values() =>
        Assert.That(QueryOf(request =>
        {
            request.AddQuery("a b", "x&y=z");
            request.AddQuery("absent", null);
            request.AddQuery("flag", true);
        }), Is.EqualTo("?a%20b=x%26y%3Dz&flag=true"));

    [Test]
    public void AddQueryItems_repeats_the_name() =>
        Assert.That(QueryOf(request => request.AddQueryItems("tag", new[] { "x&y", "z" })), Is.EqualTo("?tag=x%26y&tag=z"));

    [Test]
    public void AddQueryItems_without_a_list_adds_nothing() => Assert.That(QueryOf(request => request.AddQueryItems("tag", null)), Is.Empty);

    [Test]
    public void AddQueryList_joins_the_escaped_items_with_plain_commas() =>
        Assert.That(QueryOf(request => request.AddQueryList("size", new object[] { "a,b", 2 })), Is.EqualTo("?size=a%2Cb,2"));

    [Test]
    public void AddQueryList_without_a_list_adds_nothing() => Assert.That(QueryOf(request => request.AddQueryList("size", null)), Is.Empty);

    [TestCase("a text", "a text")]
    [TestCase(" ~", " ~")]
    [TestCase(true, "true")]
    [TestCase(new[] { 1, 2 }, "1,2")]
    public void AddHeader_sends_the_value(object value, string expected)
    {
        using var message = Filled(request => request.AddHeader("X-Trace", value)).ToMessage(Api);

        Assert.That(message.Headers.NonValidated["X-Trace"].Single(), Is.EqualTo(expected));
    }

    [Test]
    public void AddHeader_without_a_value_sends_no_header()
    {
        using var message = Filled(request => request.AddHeader("X-Trace", null)).ToMessage(Api);

        Assert.That(message.Headers.Contains("X-Trace"), Is.False);
    }

    // The characters are given as numbers, because some test runners do not support them in a test name.
    [TestCase(0x0A)]
    [TestCase(0x0D)]
    [TestCase(0x1F)]
    [TestCase(0x7F)]
    [TestCase(0xFC)]
    public void AddHeader_with_a_character_that_is_not_allowed_throws_with_the_name(int character) =>
        Assert.That(() => Filled(request => request.AddHeader("X-Trace", $"a{(char)character}b")),
            Throws.ArgumentException.With.Property("ParamName").EqualTo("X-Trace").And.Message.Contains("X-Trace contains a control character"));

    [Test]
    public async Task SetJsonBody_omits_read_only_properties()
    {
        var body = new AuroraFlow { Id = Guid.NewGuid(), Name = "ü+<", CreditsUsed = 1, AdditionalProperties = { ["id"] = null } };
        var shape = new RequestShape(["id", "credits_used", "not_there"], [], []);

        using var message = Filled(request => request.SetJsonBody(body, JsonContent.Changes(shape), JsonValue.Write)).ToMessage(Api);

        Assert.That(await message.Content!.ReadAsStringAsync(), Is.EqualTo("""{"name":"ü+<","id":null}"""));
        Assert.That(message.Content.Headers.ContentType!.ToString(), Is.EqualTo("application/json; charset=utf-8"));
    }

    [TestCase("https://api.example", "https://api.example/api/")]
    [TestCase("https://api.example/base", "https://api.example/base/api/")]
    [TestCase("https://api.example/base//?query#fragment", "https://api.example/base/api/")]
    public void Path_of_the_base_address_precedes_the_path_in_the_document(string baseAddress, string expected)
    {
        using var message = new AuroraRequest("list", "GET", "/api/").ToMessage(new Uri(baseAddress));

        Assert.That(message.RequestUri!.OriginalString, Is.EqualTo(expected));
    }

    [Test]
    public void Message_has_the_method_of_the_document_accepts_JSON_and_prefers_HTTP_2()
    {
        using var message = new AuroraRequest("destroy", "DELETE", "api/").ToMessage(Api);

        Assert.That(message.Method, Is.EqualTo(HttpMethod.Delete));
        Assert.That(message.Headers.Accept.ToString(), Is.EqualTo("application/json"));
        Assert.That(message, Has.Property("Version").EqualTo(System.Net.HttpVersion.Version20).And.Property("VersionPolicy").EqualTo(HttpVersionPolicy.RequestVersionOrLower));
    }

    private static AuroraRequest Filled(Action<AuroraRequest> fill)
    {
        var request = new AuroraRequest("retrieve", "GET", "api/{id}");
        fill(request);
        return request;
    }

    private static string AddressOf(AuroraRequest request)
    {
        using var message = request.ToMessage(Api);
        return message.RequestUri!.OriginalString;
    }

    private static string QueryOf(Action<AuroraRequest> fill) => AddressOf(Filled(fill))["https://api.example/base/api/{id}".Length..];
}
