namespace Aurora.Client;

/// <summary>What the client does when a response deviates from the document.</summary>
public enum SchemaDriftHandling
{
    /// <summary>Continues, and reports each kind and path once: to the log, the counter and the callback.</summary>
    Report = 0,

    /// <summary>Continues, and only counts the deviation.</summary>
    Ignore = 1,

    /// <summary>Throws an <see cref="AuroraApiException"/> for the first deviation. For tests.</summary>
    Throw = 2,

    /// <summary>Like <see cref="Report"/>, but calls the callback for every deviation. For callers that count deviations.</summary>
    ReportAll = 3,
}
