namespace Aurora.Client;

/// <summary>Who owns the <see cref="HttpClient"/> and adds the keys.</summary>
internal enum TransportRole
{
    /// <summary>The container owns it, and its handlers add the keys.</summary>
    Sends,

    /// <summary>The transport disposes it, and its handlers add the keys.</summary>
    OwnsHttpClient,

    /// <summary>The caller owns it, and the transport adds the keys.</summary>
    AuthenticatesItself,
}
