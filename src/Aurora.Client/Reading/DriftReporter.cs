using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Aurora.Client;

/// <summary>Tells of each kind and path of drift once in the life of a client, or of every one where the options say so, and counts every one.</summary>
internal sealed class DriftReporter(Func<AuroraClientOptions> options, ILogger logger)
{
    // A response can make up as many property names as it likes.
    private const int MostRemembered = 1000;

    private readonly ConcurrentDictionary<(SchemaDriftKind Kind, string Path), bool> _told = new();

    public void Report(SchemaDrift drift)
    {
        var current = options();
        drift = current.Redaction.Drift(drift);
        AuroraTelemetry.CountDrift(drift);
        if (current.SchemaDriftHandling == SchemaDriftHandling.Throw)
            throw new SchemaDriftException(drift);
        if (current.SchemaDriftHandling == SchemaDriftHandling.Ignore)
            return;
        var isNew = _told.Count < MostRemembered && _told.TryAdd((drift.Kind, drift.Path), true);
        if (isNew)
            AuroraLog.SchemaDrift(logger, drift);
        if (isNew || current.SchemaDriftHandling == SchemaDriftHandling.ReportAll)
            current.OnSchemaDrift?.Invoke(drift);
    }
}
