namespace Aurora.Client;

public readonly partial struct AuroraStatus
{
    // CUSTOM: the document lists the values, but does not say which of them are final.
    /// <summary>Gets whether a video in this status no longer changes: done, failed or rejected. An unknown status is not final.</summary>
    public bool IsFinal => Value is Values.Done or Values.Failed or Values.Rejected;
}
