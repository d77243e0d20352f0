namespace Aurora.Client;

/// <summary>A change of a watched video.</summary>
/// <param name="Video">The video after the change.</param>
/// <param name="Previous">The video at the previous change, or null for the first one.</param>
public sealed record AuroraChange(AuroraFlow Video, AuroraFlow? Previous)
{
    /// <summary>Gets whether the status of the video is final, so that this is its last change.</summary>
    public bool IsFinal => Video.Status.IsFinal;
}
