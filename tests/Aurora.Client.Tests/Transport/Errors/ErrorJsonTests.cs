namespace Aurora.Client.Tests.Transport.Errors;

/// <summary>Tests the shapes in which Django REST framework and its extensions send errors.</summary>
[TestFixture]
public sealed class ErrorJsonTests
{
    [TestCase("""{"detail": "Not found."}""", "Not found.", "")]
    [TestCase("""["Maximum 50 entries allowed."]""", "Maximum 50 entries allowed.", "")]
    [TestCase("\"Maximum 50 entries allowed.\"", "Maximum 50 entries allowed.", "")]
    [TestCase("""{"ids": "Maximum 50 entries allowed."}""", "ids: Maximum 50 entries allowed.", "ids=Maximum 50 entries allowed.")]
    [TestCase("""{"ids": ["Bad.", "Worse."], "ordering": ["Unknown."]}""", "ids: Bad. Worse. ordering: Unknown.", "ids=Bad.|Worse.;ordering=Unknown.")]
    [TestCase("""{"message": "Maximum 50 entries allowed.", "code": "too_many"}""", "Maximum 50 entries allowed. (too_many)", "")]
    [TestCase("""{"code": 7}""", "(7)", "")]
    [TestCase("""{"error": "No credits left."}""", "No credits left.", "")]
    [TestCase("""{"error": {"message": "No credits left.", "code": "credits", "status": 402}}""", "No credits left. (credits) status: 402", "status=402")]
    [TestCase("""{"detail": {"message": "No credits left.", "code": "credits"}}""", "No credits left. (credits)", "")]
    [TestCase("""{"detail": {"ids": ["Bad."]}}""", "ids: Bad.", "ids=Bad.")]
    [TestCase("""{"errors": ["Bad.", "Worse."]}""", "Bad. Worse.", "")]
    [TestCase("""{"errors": {"ids": ["Bad."]}}""", "ids: Bad.", "ids=Bad.")]
    [TestCase("""{"non_field_errors": ["Invalid data. Expected a dictionary, but got list."]}""", "Invalid data. Expected a dictionary, but got list.", "")]
    [TestCase("""{"items": [{}, {"name": ["Required."]}]}""", "items[1].name: Required.", "items[1].name=Required.")]
    [TestCase("""{"items": {"1": {"name": ["Required."]}}}""", "items.1.name: Required.", "items.1.name=Required.")]
    [TestCase("""{"items": [{}, {"non_field_errors": ["Overlap."]}]}""", "items[1]: Overlap.", "items[1]=Overlap.")]
    [TestCase("""[{}, {"name": ["Required."]}]""", "[1].name: Required.", "[1].name=Required.")]
    [TestCase("""{"a": [[["Deep."]]]}""", "a[0][0]: Deep.", "a[0][0]=Deep.")]
    [TestCase("""{"name": [{"message": "Required.", "code": "required"}]}""", "name[0]: Required. (required)", "name[0]=Required.|(required)")]
    [TestCase("""{"type": "validation_error", "errors": [{"code": "required", "detail": "Required.", "attr": "items.1.name"}]}""", "type: validation_error. items[1].name: Required. (required)", "type=validation_error;items[1].name=Required.|(required)")]
    [TestCase("""{"detail": ["Required."], "message": ["Too long."], "error": ["Unknown."]}""", "detail: Required. message: Too long. error: Unknown.", "detail=Required.;message=Too long.;error=Unknown.")]
    [TestCase("""{"detail": "No.", "ids": ["Bad."]}""", "No. ids: Bad.", "ids=Bad.")]
    [TestCase("""{"title": "Bad."}""", "title: Bad.", "title=Bad.")]
    [TestCase("""{"flag": true, "limit": 50, "nothing": null, "empty": [], "blank": " "}""", "flag: true. limit: 50", "flag=true;limit=50")]
    [TestCase("""{"ids": ["Bad."], "ids": ["Worse."]}""", "ids: Bad. Worse.", "ids=Bad.|Worse.")]
    [TestCase("""{"detail": "Cut off.", "ids": ["Ba""", "Cut off.", "")]
    [TestCase("""{"ids": ["Bad."], nonsense""", "ids: Bad.", "ids=Bad.")]
    public void Read_returns_the_text_of_every_shape(string json, string detail, string fields) => AssertText(ErrorJson.Read(json, isProblem: false), detail, fields);

    [TestCase("""{"type": "https://api.example/credit", "title": "No credit", "status": 403, "detail": "Your balance is 30.", "instance": "/account/1"}""", "No credit. Your balance is 30.", "")]
    [TestCase("""{"title": "Bad request."}""", "Bad request.", "")]
    [TestCase("""{"title": "One or more errors", "status": 400, "errors": {"ids": ["Bad."], "items[0].name": ["Required."]}}""", "One or more errors. ids: Bad. items[0].name: Required.", "ids=Bad.;items[0].name=Required.")]
    [TestCase("""{"title": "Invalid", "errors": [{"detail": "must be positive", "pointer": "#/items/0/age"}, {"detail": "unknown", "pointer": "#/color"}]}""", "Invalid. items[0].age: must be positive. color: unknown", "items[0].age=must be positive;color=unknown")]
    [TestCase("""{"type": ["Unknown."]}""", "type: Unknown.", "type=Unknown.")]
    public void Read_returns_the_text_of_problem_details(string json, string detail, string fields) => AssertText(ErrorJson.Read(json, isProblem: true), detail, fields);

    [Test]
    public void Control_characters_and_escape_sequences_are_replaced()
    {
        var text = ErrorJson.Read("""{"detail": "\u001b[2JGone\r\nhere\u202e\u0000", "na\u001bme": ["\u009b31m"]}""", isProblem: false);

        AssertText(text, "\ufffd[2JGone  here\ufffd\ufffd na\ufffdme: \ufffd31m", "na\ufffdme=\ufffd31m");
    }

    [Test]
    public void Surrogate_pairs_are_not_split() =>
        Assert.That(ErrorJson.Read($$"""{"detail": "{{new string('x', 999)}}😀"}""", isProblem: false).Detail, Is.EqualTo(new string('x', 999) + "…"));

    [Test]
    public void Names_and_texts_have_a_maximum_length()
    {
        var text = ErrorJson.Read($$"""{"{{new string('n', 5000)}}": ["{{new string('t', 5000)}}"]}""", isProblem: false);

        Assert.That(text.Fields.Single().Key, Has.Length.EqualTo(201));
        Assert.That(text.Fields.Single().Value.Single(), Has.Length.EqualTo(1001));
        Assert.That(text.Detail, Has.Length.EqualTo(1001));
    }

    [Test]
    public void Number_of_messages_has_a_maximum() =>
        Assert.That(ErrorJson.Read($"[{string.Join(",", Enumerable.Repeat("{\"name\": [\"Required.\"]}", 5000))}]", isProblem: false).Fields, Has.Count.EqualTo(200));

    [Test]
    public void Text_before_nesting_beyond_the_limit_is_kept() =>
        Assert.That(ErrorJson.Read("""{"detail": "No.", "a": """ + new string('[', 5000), isProblem: false).Detail, Is.EqualTo("No."));

    private static void AssertText(ErrorText text, string detail, string fields)
    {
        Assert.That(text.Detail, Is.EqualTo(detail));
        Assert.That(string.Join(";", text.Fields.Select(field => $"{field.Key}={string.Join("|", field.Value)}")), Is.EqualTo(fields));
    }
}
