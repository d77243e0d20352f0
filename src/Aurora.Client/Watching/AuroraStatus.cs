namespace Aurora.Client;

public readonly partial struct AuroraStatus
{
    // CUSTOM: the document lists the values and does not say which of them are final.
    /// <summary>Whether a video in this status will not change any more: done, failed or rejected. An unknown status is no end.</summary>
    public bool HasEnded => Value is Values.Done or Values.Failed or Values.Rejected;
}
