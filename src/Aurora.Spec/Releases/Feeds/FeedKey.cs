using System.Text;

namespace Aurora.Spec.Releases.Feeds;

/// <summary>The key that lets one push. It is in the header of a push and nowhere else: not in a message, a log, an argument, or another program's environment.</summary>
internal sealed class FeedKey
{
    public const string Variable = "AURORA_FEED_KEY";

    private const string Hidden = "***";

    private readonly string _key;

    private FeedKey(string key) => _key = key;

    /// <returns>Null when the variable is not set.</returns>
    /// <exception cref="SpecException">It cannot be a key; the message does not show it.</exception>
    public static FeedKey? Of(string? value)
    {
        var key = value?.Trim();
        if (string.IsNullOrEmpty(key))
            return null;
        return key.All(character => character is > ' ' and <= '~')
            ? new FeedKey(key)
            : throw new SpecException($"{Variable} has a character that no header can carry, such as a line break.", "Set it to the key alone.");
    }

    /// <summary>The key itself, for the header of a push.</summary>
    public string Reveal() => _key;

    /// <summary>The text without the key, however a server may have written it back.</summary>
    public string Redact(string text) =>
        new[] { _key, Uri.EscapeDataString(_key), Convert.ToBase64String(Encoding.ASCII.GetBytes(_key)) }
            .OrderByDescending(form => form.Length)
            .Aggregate(text, (rest, form) => rest.Replace(form, Hidden, StringComparison.OrdinalIgnoreCase));

    public override string ToString() => Hidden;
}
