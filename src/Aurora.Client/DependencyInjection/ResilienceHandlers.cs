namespace Aurora.Client;

/// <summary>
/// Removes the resilience handlers that an application adds to each of its HTTP clients. The client has its own retries and timeouts. Others around
/// them multiply the requests and abort long responses. Handlers that are added to the builder of the client are added later, and stay.
/// </summary>
internal static class ResilienceHandlers
{
    // Compared by name, because the client must not depend on these packages.
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
