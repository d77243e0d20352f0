using System.Net;
using Aurora.Client;
using Aurora.Testing.Listing;

namespace Aurora.Testing.Serving;

/// <summary>Routes requests to the operation of the API.</summary>
internal sealed class Router(Credentials credentials, ListOperation list)
{
    public static bool Supports(ReceivedRequest request) => IsList(request) && IsGet(request);

    public FakeResponse Respond(ReceivedRequest request)
    {
        if (!IsList(request))
        {
            return FakeResponse.Detail(HttpStatusCode.NotFound, "Not found.");
        }

        if (!IsGet(request))
        {
            return FakeResponse.Detail(HttpStatusCode.MethodNotAllowed, $"Method \"{request.Method}\" not allowed.") with
            {
                Headers = new Dictionary<string, string> { ["Allow"] = "GET" },
            };
        }

        return credentials.Reject(request) ?? list.Run(request);
    }

    private static bool IsList(ReceivedRequest request) => request.Path == AuroraApi.ListPath;

    private static bool IsGet(ReceivedRequest request) => request.Method == "GET";
}
