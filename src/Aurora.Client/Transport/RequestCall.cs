namespace Aurora.Client;

/// <summary>Attaches its call to a request message, so that handlers can find it.</summary>
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
