namespace Aurora.Client;

/// <summary>The call that a message on its way through the handlers belongs to.</summary>
internal static class RequestCall
{
    private const string Name = "Aurora.Client.Call";

#if NET
    private static readonly HttpRequestOptionsKey<AuroraCall> Key = new(Name);

    public static void Set(HttpRequestMessage message, AuroraCall call) => message.Options.Set(Key, call);

    public static AuroraCall? Of(HttpRequestMessage message) => message.Options.TryGetValue(Key, out var call) ? call : null;
#else
    public static void Set(HttpRequestMessage message, AuroraCall call) => message.Properties[Name] = call;

    public static AuroraCall? Of(HttpRequestMessage message) => message.Properties.TryGetValue(Name, out var call) ? (AuroraCall)call : null;
#endif
}
