namespace Aurora.Client;

/// <summary>What the transport does besides sending, depending on whose <see cref="HttpClient"/> it sends through.</summary>
internal enum TransportRole
{
    /// <summary>Nothing: a container made the client, and its handlers add the keys.</summary>
    Sends,

    /// <summary>Disposes it; its handlers add the keys.</summary>
    OwnsHttpClient,

    /// <summary>Adds the keys: it is the caller's.</summary>
    AuthenticatesItself,
}
