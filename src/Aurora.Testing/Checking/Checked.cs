namespace Aurora.Testing.Checking;

/// <summary>The result of a check: the value as the API stores it, or the errors in the format of Django REST framework.</summary>
/// <param name="Value">The value.</param>
/// <param name="Errors">A list of messages, an object with the errors of each field, or null.</param>
internal readonly record struct Checked(JToken Value, JToken? Errors)
{
    private const string NonField = "non_field_errors";

    public static Checked Valid(JToken value) => new(value, null);

    public static Checked Invalid(params IEnumerable<string> messages) => new(JValue.CreateNull(), new JArray(messages));

    /// <summary>Returns the error of an object or a list as a whole.</summary>
    public static Checked InvalidWhole(string message) => new(JValue.CreateNull(), new JObject { [NonField] = new JArray(message) });

    /// <summary>Returns an object with the values, or with the errors if there are any.</summary>
    public static Checked Object(IEnumerable<(string Name, Checked Value)> properties)
    {
        var (values, errors) = (new JObject(), new JObject());
        foreach (var (name, property) in properties)
            (property.Errors is null ? values : errors)[name] = property.Errors ?? property.Value;
        return new(values, errors.Count > 0 ? errors : null);
    }

    public static Checked Of(JToken value, IReadOnlyCollection<string> messages) => messages.Count == 0 ? Valid(value) : Invalid(messages);

    /// <exception cref="RejectedException">There are errors.</exception>
    public JObject ObjectOrReject() => Errors is null ? (JObject)Value : throw RejectedException.Of(Errors);
}

/// <summary>The API rejects a request.</summary>
internal sealed class RejectedException(FakeResponse response) : Exception
{
    public FakeResponse Response => response;

    public static RejectedException NotFound() => new(FakeResponse.Detail(HttpStatusCode.NotFound, "Not found."));

    public static RejectedException Of(JToken errors) => new(FakeResponse.Json(HttpStatusCode.BadRequest, errors));
}
