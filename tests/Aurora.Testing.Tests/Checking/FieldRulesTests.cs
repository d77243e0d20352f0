using System.Net;
using System.Text;

namespace Aurora.Testing.Tests.Checking;

/// <summary>Tests the rules and messages of fields. The expected responses are those of Django REST framework 3.14.</summary>
[TestFixture]
public sealed class FieldRulesTests
{
    private const string Path = "/api/things/";
    private const string Form = "application/x-www-form-urlencoded";

    private const string Things =
        """
        openapi: 3.0.3
        paths:
          /api/things/:
            post:
              operationId: things_create
              requestBody:
                content:
                  application/json: {schema: {$ref: '#/components/schemas/Thing'}}
                  application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Thing'}}
              responses:
                '201': {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
        components:
          schemas:
            Part:
              type: object
              properties:
                label: {type: string, maxLength: 5}
                size: {type: integer}
              required: [label]
            Thing:
              type: object
              properties:
                title: {type: string, maxLength: 10, minLength: 2}
                note: {type: string, nullable: true}
                count: {type: integer, minimum: 1, maximum: 10}
                ratio: {type: number, format: double, minimum: 0, maximum: 10}
                flag: {type: boolean}
                ref: {type: string, format: uuid}
                at: {type: string, format: date-time}
                day: {type: string, format: date}
                hour: {type: string, format: time}
                mail: {type: string, format: email}
                level: {enum: [1, 5, 10], type: integer}
                kind: {nullable: true, oneOf: [{enum: [a, b], type: string}, {enum: ['']}, {enum: [null]}]}
                tags: {type: array, items: {type: string, maxLength: 3}, maxItems: 2}
                by_name: {type: object, additionalProperties: {type: integer}}
                part: {allOf: [{$ref: '#/components/schemas/Part'}]}
                parts: {type: array, items: {$ref: '#/components/schemas/Part'}}
                hook: {type: string, format: uri, nullable: true, maxLength: 40}
                made: {type: string, format: uri, readOnly: true}
              required: [made, title]
        """;

    private AuroraServer _server = null!;
    private HttpClient _http = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _server = AuroraServer.Start(new AuroraServerOptions { Document = Things });
        _http = new HttpClient { BaseAddress = _server.BaseAddress };
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _http.Dispose();
        _server.Dispose();
    }

    [TestCase("{}", """{"title":["This field is required."]}""")]
    [TestCase("""{"title":null}""", """{"title":["This field may not be null."]}""")]
    [TestCase("""{"title":" "}""", """{"title":["This field may not be blank."]}""")]
    [TestCase("""{"title":"x"}""", """{"title":["Ensure this field has at least 2 characters."]}""")]
    [TestCase("""{"title":"abcdefghijk"}""", """{"title":["Ensure this field has no more than 10 characters."]}""")]
    [TestCase("""{"title":true}""", """{"title":["Not a valid string."]}""")]
    [TestCase("""{"title":[]}""", """{"title":["Not a valid string."]}""")]
    [TestCase("""{"title":"ok","count":"x"}""", """{"count":["A valid integer is required."]}""")]
    [TestCase("""{"title":"ok","count":5.5}""", """{"count":["A valid integer is required."]}""")]
    [TestCase("""{"title":"ok","count":true}""", """{"count":["A valid integer is required."]}""")]
    [TestCase("""{"title":"ok","count":11}""", """{"count":["Ensure this value is less than or equal to 10."]}""")]
    [TestCase("""{"title":"ok","count":0}""", """{"count":["Ensure this value is greater than or equal to 1."]}""")]
    [TestCase("""{"title":"ok","ratio":"high"}""", """{"ratio":["A valid number is required."]}""")]
    [TestCase("""{"title":"ok","ratio":-0.5}""", """{"ratio":["Ensure this value is greater than or equal to 0.0."]}""")]
    [TestCase("""{"title":"ok","flag":"maybe"}""", """{"flag":["Must be a valid boolean."]}""")]
    [TestCase("""{"title":"ok","flag":null}""", """{"flag":["This field may not be null."]}""")]
    [TestCase("""{"title":"ok","ref":"zz"}""", """{"ref":["Must be a valid UUID."]}""")]
    [TestCase("""{"title":"ok","day":"2025-02-30"}""", """{"day":["Date has wrong format. Use one of these formats instead: YYYY-MM-DD."]}""")]
    [TestCase("""{"title":"ok","hour":"25:00"}""", """{"hour":["Time has wrong format. Use one of these formats instead: hh:mm[:ss[.uuuuuu]]."]}""")]
    [TestCase("""{"title":"ok","mail":"a b@c.de"}""", """{"mail":["Enter a valid email address."]}""")]
    [TestCase("""{"title":"ok","level":2}""", """{"level":["\"2\" is not a valid choice."]}""")]
    [TestCase("""{"title":"ok","kind":"c"}""", """{"kind":["\"c\" is not a valid choice."]}""")]
    [TestCase("""{"title":"ok","tags":"a"}""", """{"tags":["Expected a list of items but got type \"str\"."]}""")]
    [TestCase("""{"title":"ok","tags":["a","b","c"]}""", """{"tags":["Ensure this field has no more than 2 elements."]}""")]
    [TestCase("""{"title":"ok","tags":["a","abcd"]}""", """{"tags":{"1":["Ensure this field has no more than 3 characters."]}}""")]
    [TestCase("""{"title":"ok","by_name":{"a":1,"b":"x"}}""", """{"by_name":{"b":["A valid integer is required."]}}""")]
    [TestCase("""{"title":"ok","part":5}""", """{"part":{"non_field_errors":["Invalid data. Expected a dictionary, but got int."]}}""")]
    [TestCase("""{"title":"ok","part":{"size":"x"}}""", """{"part":{"label":["This field is required."],"size":["A valid integer is required."]}}""")]
    [TestCase("""{"title":"ok","parts":[{"label":"a"},{}]}""", """{"parts":[{},{"label":["This field is required."]}]}""")]
    [TestCase("""{"title":"ok","hook":"//a.example/x"}""", """{"hook":["Enter a valid URL."]}""")]
    [TestCase("null", """{"non_field_errors":["No data provided"]}""")]
    [TestCase("5", """{"non_field_errors":["Invalid data. Expected a dictionary, but got int."]}""")]
    [SendsUndocumentedRequests("The fake serves a different document.")]
    public async Task Body_that_breaks_a_rule_has_errors(string body, string errors) =>
        Assert.That(await SendAsync(body, HttpStatusCode.BadRequest), Is.EqualTo(errors));

    [TestCase("""{"title":55}""", "\"title\":\"55\"", TestName = "Body_number_is_read_as_text")]
    [TestCase("""{"title":"ok","count":"7"}""", "\"count\":7", TestName = "Body_text_is_read_as_integer")]
    [TestCase("""{"title":"ok","count":5.0}""", "\"count\":5", TestName = "Body_whole_number_is_read_as_integer")]
    [TestCase("""{"title":"ok","ratio":"2.5"}""", "\"ratio\":2.5", TestName = "Body_text_is_read_as_number")]
    [TestCase("""{"title":"ok","ratio":2}""", "\"ratio\":2.0", TestName = "Body_integer_is_read_as_number")]
    [TestCase("""{"title":"ok","flag":"off"}""", "\"flag\":false", TestName = "Body_text_is_read_as_boolean")]
    [TestCase("""{"title":"ok","level":"5"}""", "\"level\":5", TestName = "Body_text_is_read_as_choice")]
    [TestCase("""{"title":"ok","kind":""}""", "\"kind\":\"\"", TestName = "Body_blank_choice_is_accepted")]
    [TestCase("""{"title":"ok","note":""}""", "\"note\":\"\"", TestName = "Body_blank_text_that_is_not_required_is_accepted")]
    [TestCase("""{"title":"ok","note":null}""", "\"note\":null", TestName = "Body_null_is_accepted")]
    [TestCase("""{"title":"ok","ref":"6F9619FF8B86D011B42D00C04FC964FF"}""", "\"ref\":\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"", TestName = "Body_uuid_is_normalized")]
    [TestCase("""{"title":"ok","at":"2025-01-02T03:04:05+02:00"}""", "\"at\":\"2025-01-02T01:04:05Z\"", TestName = "Body_time_is_read_as_utc")]
    [TestCase("""{"title":"ok","hook":"http://localhost:80/x"}""", "\"hook\":\"http://localhost:80/x\"", TestName = "Body_url_of_localhost_is_accepted")]
    [TestCase("""{"title":"ok","other":1}""", "\"title\":\"ok\"", TestName = "Body_unknown_property_is_ignored")]
    [TestCase("""{"title":"ok","made":5}""", "\"made\":\"https://", TestName = "Body_read_only_property_is_ignored")]
    [SendsUndocumentedRequests("The fake serves a different document.")]
    public async Task Body_is_converted(string body, string part) => Assert.That(await SendAsync(body, HttpStatusCode.Created), Does.Contain(part));

    [TestCase("title=ok", "\"flag\":false", TestName = "Form_without_a_check_box_means_false")]
    [TestCase("title=ok&flag=on&tags=a&tags=b", "\"tags\":[\"a\",\"b\"]", TestName = "Form_repeated_field_is_a_list")]
    [TestCase("title=ok&count=7", "\"count\":7", TestName = "Form_text_is_read_as_integer")]
    [SendsUndocumentedRequests("The fake serves a different document.")]
    public async Task Form_is_converted(string body, string part) =>
        Assert.That(await SendAsync(body, HttpStatusCode.Created, Form), Does.Contain(part));

    [TestCase("{", "application/json", 400, "JSON parse error - ")]
    [TestCase("{'title':'ok'}", "application/json", 400, "JSON parse error - ")]
    [TestCase("""{"title":NaN}""", "application/json", 400, "JSON parse error - ")]
    [TestCase("{} {}", "application/json", 400, "JSON parse error - ")]
    [TestCase("<a/>", "application/xml", 415, "Unsupported media type \\\"application/xml\\\" in request.")]
    [TestCase("title=ok", "multipart/form-data; boundary=x", 415, "Unsupported media type")]
    [SendsUndocumentedRequests("The fake serves a different document.")]
    public async Task Body_that_cannot_be_read_is_rejected(string body, string contentType, int status, string detail) =>
        Assert.That(await SendAsync(body, (HttpStatusCode)status, contentType), Does.StartWith($"{{\"detail\":\"{detail}"));

    private async Task<string> SendAsync(string body, HttpStatusCode status, string contentType = "application/json")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.Add("Content-Type", contentType);
        using var response = await _http.PostAsync(new Uri(Path, UriKind.Relative), content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), text);
        return text;
    }
}
