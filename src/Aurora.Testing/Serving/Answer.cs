using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using WireMock;
using WireMock.Types;
using WireMock.Util;

namespace Aurora.Testing.Serving;

/// <summary>What the fake says to one request: a status, a JSON body and further headers.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Answer Ok(string body) => new(HttpStatusCode.OK, body);

    // CUSTOM: the document has no errors; these two forms are those of Django REST framework, with which the API is built.

    /// <summary>An error that concerns the request as a whole, as Django REST framework words it.</summary>
    public static Answer Detail(HttpStatusCode status, string detail) => new(status, Text(new JObject { ["detail"] = detail }));

    /// <summary>An error in one parameter, as Django REST framework words it.</summary>
    public static Answer FieldErrors(string field, IEnumerable<string> errors) =>
        new(HttpStatusCode.BadRequest, Text(new JObject { [field] = new JArray(errors) }));

    public ResponseMessage ToMessage() => new()
    {
        StatusCode = (int)Status,
        Headers = Headers
            .Append(new("Content-Type", "application/json"))
            .ToDictionary(header => header.Key, header => new WireMockList<string>(header.Value)),
        // As text: WireMock.Net drops properties that are null from a body that it writes itself.
        BodyData = new BodyData { DetectedBodyType = BodyType.String, BodyAsString = Body },
    };

    private static string Text(JObject json) => json.ToString(Formatting.None);
}
