namespace Aurora.Spec.Releases.Feeds;

/// <summary>What went wrong between NuGet and a feed, in a line without the key.</summary>
internal static class FeedError
{
    public static string Text(Exception exception, FeedKey? key)
    {
        var messages = new List<string>();
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            messages.Add(cause.Message.ReplaceLineEndings(" ").Trim());
        var text = string.Join(" ", messages.Distinct());
        return key?.Redact(text) ?? text;
    }
}
