using System.Net;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Serving;

/// <summary>What the fake says to one request: a status, a JSON body and further headers.</summary>
internal sealed record Answer(HttpStatusCode Status, byte[] Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Answer Ok(byte[] body) => new(HttpStatusCode.OK, body);

    // CUSTOM: the document has no errors; these two forms are those of Django REST framework, with which the API is built.

    /// <summary>An error that concerns the request as a whole, as Django REST framework words it.</summary>
    public static Answer Detail(HttpStatusCode status, string detail) => new(status, Text(new JObject { ["detail"] = detail }));

    /// <summary>An error in one parameter, as Django REST framework words it.</summary>
    public static Answer FieldErrors(string field, IEnumerable<string> errors) =>
        new(HttpStatusCode.BadRequest, Text(new JObject { [field] = new JArray(errors) }));

    private static byte[] Text(JObject json) => Encoding.UTF8.GetBytes(json.ToString(Formatting.None));
}
