namespace Aurora.Client;

/// <summary>
/// Removes the resilience handlers that an application adds to each of its HTTP clients. The client has retries and timeouts that know the API; others around
/// them multiply the requests and cut long responses off. Handlers that are added to the client's own builder come later and stay.
/// </summary>
internal static class ResilienceHandlers
{
    // By name, since the client must not bring these packages.
    private static readonly string[] TypeNames = ["Microsoft.Extensions.Http.Resilience.ResilienceHandler", "Microsoft.Extensions.Http.PolicyHttpMessageHandler"];

    public static void RemoveFrom(IList<DelegatingHandler> handlers)
    {
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (IsResilience(handlers[i].GetType()))
                handlers.RemoveAt(i);
        }
    }

    private static bool IsResilience(Type? type) => type is not null && (TypeNames.Contains(type.FullName) || IsResilience(type.BaseType));
}
