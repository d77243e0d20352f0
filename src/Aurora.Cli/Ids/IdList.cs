using System.Globalization;

namespace Aurora.Cli.Ids;

/// <summary>The ids that somebody gave, each once, in the order in which they were given.</summary>
internal static class IdList
{
    private const int MostNamed = 10;

    /// <summary>Reads ids out of texts. Between two of them are commas, blanks or line breaks.</summary>
    /// <exception cref="UsageException">A word is no id, or there is none. The message names each with its place.</exception>
    public static IReadOnlyList<Guid> Parse(IEnumerable<IdText> texts)
    {
        var ids = new List<Guid>();
        var seen = new HashSet<Guid>();
        var faults = new List<string>();
        var count = 0;
        foreach (var (word, place) in texts.SelectMany(text => text.Words()))
        {
            count++;
            if (!IsId(word, out var id))
                faults.Add($"'{word}' ({place})");
            else if (seen.Add(id))
                ids.Add(id);
        }

        if (faults.Count > 0)
            throw Refuse(faults, count);
        if (ids.Count == 0)
            throw new UsageException("There are no ids, and the API would list the whole account. To have all videos, leave the ids out.");
        return ids;
    }

    // Guid also takes blanks and 0x inside a group.
    private static bool IsId(string word, out Guid id) =>
        Guid.TryParseExact(word, "D", out id) && id.ToString("D", CultureInfo.InvariantCulture).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static UsageException Refuse(List<string> faults, int count)
    {
        var rest = faults.Count > MostNamed ? $" and {faults.Count - MostNamed} more" : "";
        return new UsageException(
            $"{faults.Count} of {count} ids cannot be sent: {string.Join(", ", faults.Take(MostNamed))}{rest}.",
            "Each must be a UUID in the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.");
    }
}
