using Aurora.Cli.Connections;
using Aurora.Client;

namespace Aurora.Cli.Mocks;

/// <summary>Starts the fake API in this process. The native build has no implementation, because a web server cannot be compiled to native code.</summary>
internal interface IFakeApi
{
    /// <summary>Starts the fake API with sample videos and creates a client for it.</summary>
    /// <param name="isAnimated">Whether the videos progress until they are final. Otherwise, they do not change.</param>
    /// <param name="configure">Sets the other options of the client.</param>
    Task<Connection> OpenDemoAsync(bool isAnimated, Action<AuroraClientOptions> configure);

    /// <summary>Starts the fake API as a server for other programs.</summary>
    /// <param name="settings">The settings of the server.</param>
    /// <param name="clock">The clock for the log and the videos.</param>
    /// <param name="onAnswered">Called after each response, from several threads.</param>
    /// <exception cref="UsageException">
    /// The port is in use, <c>--allow-remote</c> is required, the document is not valid, or a key is not valid in a header.
    /// </exception>
    Task<Mock> StartMockAsync(MockSettings settings, TimeProvider clock, Action<MockRequest> onAnswered);
}
