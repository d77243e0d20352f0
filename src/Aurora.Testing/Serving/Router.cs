using System.Net;
using Aurora.Client;
using Aurora.Testing.Listing;

namespace Aurora.Testing.Serving;

/// <summary>Decides what a request means, and whether the API serves such a request at all.</summary>
internal sealed class Router(Credentials credentials, ListOperation list)
{
    public static bool Serves(ReceivedRequest request) => IsList(request) && IsGet(request);

    public Answer Answer(ReceivedRequest request)
    {
        if (!IsList(request))
        {
            return Serving.Answer.Detail(HttpStatusCode.NotFound, "Not found.");
        }

        if (!IsGet(request))
        {
            return Serving.Answer.Detail(HttpStatusCode.MethodNotAllowed, $"Method \"{request.Method}\" not allowed.") with
            {
                Headers = new Dictionary<string, string> { ["Allow"] = "GET" },
            };
        }

        return credentials.Refuse(request) ?? list.Run(request);
    }

    private static bool IsList(ReceivedRequest request) => request.Path == AuroraApi.ListPath;

    private static bool IsGet(ReceivedRequest request) => request.Method == "GET";
}
