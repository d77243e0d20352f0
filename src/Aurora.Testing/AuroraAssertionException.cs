namespace Aurora.Testing;

/// <summary>
/// The exception that is thrown when an assertion of an <see cref="AuroraServer"/> fails. The message lists the requests or faults.
/// </summary>
public sealed class AuroraAssertionException : Exception
{
    internal AuroraAssertionException(string message)
        : base(message)
    {
    }
}
