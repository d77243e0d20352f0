using System.Net;
using Aurora.Testing.Serving;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Checking;

/// <summary>The API rejects a request.</summary>
internal sealed class RejectedException(FakeResponse response) : Exception
{
    public FakeResponse Response => response;

    public static RejectedException NotFound() => new(FakeResponse.Detail(HttpStatusCode.NotFound, "Not found."));

    /// <summary>Creates the exception for errors of fields.</summary>
    public static RejectedException Of(JToken errors) => new(FakeResponse.Json(HttpStatusCode.BadRequest, errors));
}
