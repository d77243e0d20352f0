using System.Collections.Concurrent;
using Aurora.Client;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>The client under test and the server that it talks to, for one document after another.</summary>
internal sealed class ReplayStage : IDisposable
{
    private readonly ConcurrentQueue<SchemaDrift> _drifts = new();

    public ReplayStage() => Client = AuroraClient.Create(new AuroraClientOptions
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

    /// <summary>What the client has told of since it was asked last.</summary>
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
