using System.Net;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Serving;

/// <summary>A response of the fake: a status code, a JSON body and additional headers.</summary>
internal sealed record FakeResponse(HttpStatusCode Status, byte[] Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static FakeResponse Ok(byte[] body) => new(HttpStatusCode.OK, body);

    // CUSTOM: the document describes no errors. The two error formats are those of Django REST framework, which the API uses.

    /// <summary>Creates an error response for a request as a whole.</summary>
    public static FakeResponse Detail(HttpStatusCode status, string detail) => new(status, Text(new JObject { ["detail"] = detail }));

    /// <summary>Creates an error response for one parameter.</summary>
    public static FakeResponse FieldErrors(string field, IEnumerable<string> errors) =>
        new(HttpStatusCode.BadRequest, Text(new JObject { [field] = new JArray(errors) }));

    private static byte[] Text(JObject json) => Encoding.UTF8.GetBytes(json.ToString(Formatting.None));
}
