namespace Aurora.Client;

/// <summary>What the client does about a response that departs from the document.</summary>
public enum SchemaDriftHandling
{
    /// <summary>Reads on, and reports each kind and path once: a log warning, a counter and a callback.</summary>
    Report = 0,

    /// <summary>Reads on, and reports nothing but the counter.</summary>
    Ignore = 1,

    /// <summary>Makes an <see cref="AuroraApiException"/> of the first: for tests.</summary>
    Throw = 2,

    /// <summary>As <see cref="Report"/>, but hands every single deviation to the callback: for who counts them.</summary>
    ReportAll = 3,
}
