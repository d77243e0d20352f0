using Aurora.Spec.Sources;
using Aurora.Spec.Terminals;

namespace Aurora.Spec.Releases.Feeds;

/// <summary>Where the packages go: the v3 index of a feed on https, or on plain http on this machine, or a folder.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Index">Null for a folder.</param>
internal sealed record FeedAddress(string Name, Uri? Index)
{
    public const string Variable = "AURORA_FEED";

    private const string WayOut = $"Set {Variable} to an address such as https://feed.example/v3/index.json, or to a folder.";

    /// <returns>Null when the variable is not set.</returns>
    /// <exception cref="SpecException">It is neither such an address nor a folder that exists.</exception>
    public static FeedAddress? Of(SpecConsole console)
    {
        var text = console.Variable(Variable)?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        return text.Contains("://", StringComparison.Ordinal) ? OfIndex(text) : OfFolder(Path.GetFullPath(text, console.WorkingDirectory));
    }

    private static FeedAddress OfIndex(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
            throw new SpecException($"{Variable} is not an address.", WayOut);
        var name = SourceAddress.NameOf(address);
        // Not even in this message: it would end in a log.
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new SpecException(
                $"{Variable}: a user name, a password or a query stands in the address of {name}, and may be a secret.",
                $"Leave it out, and set {FeedKey.Variable} to the key.");
        if (SourceAddress.IsPrivate(address))
            return new FeedAddress(name, address);
        throw new SpecException(
            $"{Variable}: {name}: packages are pushed over https:// alone, and over http:// on this machine.",
            address.IsFile ? "Give the folder itself, without file://." : WayOut);
    }

    private static FeedAddress OfFolder(string folder) => Directory.Exists(folder)
        ? new FeedAddress(folder, null)
        : throw new SpecException($"{Variable}: there is no folder {folder}.", $"Make it, if it is to be the feed. {WayOut}");
}
