using Newtonsoft.Json.Linq;

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

    /// <summary>Returns the value, or the errors if there are any.</summary>
    public static Checked Of(JToken value, IReadOnlyCollection<string> messages) => messages.Count == 0 ? Valid(value) : Invalid(messages);
}
