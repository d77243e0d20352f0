using Aurora.Testing.Documents;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Checking;

/// <summary>The body of a request.</summary>
/// <param name="Schema">The schema that the document has for its media type.</param>
/// <param name="Value">The values.</param>
/// <param name="IsForm">Whether the body is a form.</param>
internal sealed record RequestBody(Schema Schema, JToken Value, bool IsForm)
{
    /// <summary>Returns the properties that the request sets.</summary>
    /// <param name="isPartial">Whether required properties can be missing.</param>
    /// <exception cref="RejectedException">The body is not valid.</exception>
    public JObject Check(bool isPartial)
    {
        if (Schema.Properties.Count == 0)
            return Value as JObject ?? [];
        var result = ObjectCheck.Check(Schema, Value, isPartial, IsForm);
        return result.Errors is null ? (JObject)result.Value : throw RejectedException.Of(result.Errors);
    }
}
