namespace Aurora.Spec.Releases.Feeds;

/// <summary>A file was not pushed.</summary>
/// <param name="what">What happened.</param>
/// <param name="wayOut">What to do about it.</param>
/// <param name="isAnswered">Whether the feed said so itself. Without an answer the file may have arrived.</param>
#pragma warning disable CA1032 // Without these it would have nothing to say.
internal sealed class PushRefusal(string what, string wayOut, bool isAnswered = true) : Exception(what)
#pragma warning restore CA1032
{
    public string WayOut => wayOut;

    public bool IsAnswered => isAnswered;
}
