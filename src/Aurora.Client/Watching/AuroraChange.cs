namespace Aurora.Client;

/// <summary>A video that is watched, as it is now.</summary>
/// <param name="Video">As the API has just sent it.</param>
/// <param name="Previous">As it was at the last change; null at the first.</param>
public sealed record AuroraChange(AuroraFlow Video, AuroraFlow? Previous)
{
    /// <summary>Whether this was its last change.</summary>
    public bool HasEnded => Video.Status.HasEnded;
}
