namespace Aurora.Spec.Releases.Feeds;

/// <summary>What a feed has of a package's version.</summary>
internal enum FeedContent
{
    Nothing,

    /// <summary>The very package, pushed by an earlier run.</summary>
    Same,

    /// <summary>Another package with that version.</summary>
    Other,
}
