using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Aurora.Client;

/// <summary>Counts every deviation, and reports each kind and path once per client, or every deviation if the options say so.</summary>
internal sealed class DriftReporter(Func<AuroraClientOptions> options, ILogger logger)
{
    // The number of paths is limited, because a response can contain any number of unknown properties.
    private const int MostRemembered = 1000;

    private readonly ConcurrentDictionary<SchemaDrift, bool> _told = new();

    public void Report(SchemaDrift drift)
    {
        var current = options();
        drift = current.Redaction.Drift(drift);
        AuroraTelemetry.CountDrift(drift);
        if (current.SchemaDriftHandling == SchemaDriftHandling.Throw)
            throw new SchemaDriftException(drift);
        if (current.SchemaDriftHandling == SchemaDriftHandling.Ignore)
            return;
        var kindAndPath = drift with { Found = "" };
        // The count locks the table, so it comes after the search.
        var isNew = !_told.ContainsKey(kindAndPath) && _told.Count < MostRemembered && _told.TryAdd(kindAndPath, true);
        if (isNew)
            AuroraLog.SchemaDrift(logger, drift);
        if (isNew || current.SchemaDriftHandling == SchemaDriftHandling.ReportAll)
            current.OnSchemaDrift?.Invoke(drift);
    }
}
