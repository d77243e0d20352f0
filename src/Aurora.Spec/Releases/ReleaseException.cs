namespace Aurora.Spec.Releases;

/// <summary>
/// A release that failed on its way, in words for the maintainer: the step, what it said, what is on the feed, and the way on.
/// What is refused before anything has been done is a <see cref="SpecException"/>.
/// </summary>
#pragma warning disable CA1032 // Without a message it would have nothing to say.
internal sealed class ReleaseException(params IReadOnlyList<string> lines) : Exception(string.Join(Environment.NewLine, lines))
#pragma warning restore CA1032
{
    public IReadOnlyList<string> Lines => lines;
}
