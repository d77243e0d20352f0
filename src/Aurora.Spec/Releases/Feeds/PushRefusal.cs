namespace Aurora.Spec.Releases.Feeds;

/// <summary>The feed did not take a file.</summary>
#pragma warning disable CA1032 // Without these it would have nothing to say.
internal sealed class PushRefusal(string what, string wayOut) : Exception(what)
#pragma warning restore CA1032
{
    public string What => Message;

    public string WayOut => wayOut;
}
