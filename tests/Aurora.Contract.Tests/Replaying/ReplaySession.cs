using System.Collections.Concurrent;
using Aurora.Client;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>The client under test and its server. One session can replay several documents.</summary>
internal sealed class ReplaySession : IDisposable
{
    private readonly ConcurrentQueue<SchemaDrift> _drifts = new();

    public ReplaySession() => Client = AuroraClient.Create(new AuroraClientOptions
    {
        ApiId = "replay-id",
        ApiKey = "replay-key",
        BaseAddress = Server.BaseAddress,
        MaxRetries = 0,
        SchemaDriftHandling = SchemaDriftHandling.ReportAll,
        OnSchemaDrift = _drifts.Enqueue,
    });

    public ReplayServer Server { get; } = new();

    public AuroraClient Client { get; }

    /// <summary>Returns the drift that the client has reported since the last call.</summary>
    public IReadOnlyList<SchemaDrift> TakeDrifts()
    {
        SchemaDrift[] taken = [.. _drifts];
        _drifts.Clear();
        return taken;
    }

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
    }
}
