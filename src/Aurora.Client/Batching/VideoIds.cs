using System.Globalization;

namespace Aurora.Client;

/// <summary>Validates the ids of one request and writes them in the form of the document.</summary>
// CUSTOM: the document states the limit and the UUID form in prose only, so generated code cannot check them.
internal static class VideoIds
{
    private const int MostNamed = 10;

    public static string Join(IEnumerable<Guid> ids, string parameter)
    {
        ArgumentNullException.ThrowIfNull(ids, parameter);
        var distinct = ids.Distinct().ToList();
        if (distinct.Count == 0)
            throw new ArgumentException("There are no ids, so the API would list the whole account. To list all videos, omit the argument.", parameter);
        if (distinct.Count > AuroraApi.MaxIds)
            throw new ArgumentException($"There are {distinct.Count} ids, but one request can contain at most {AuroraApi.MaxIds}. For more, use GetManyAsync or StreamManyAsync.", parameter);
        return string.Join(",", distinct.Select(id => id.ToString("D", CultureInfo.InvariantCulture)));
    }

    public static IReadOnlyList<Guid> Parse(string ids, string parameter)
    {
        ArgumentNullException.ThrowIfNull(ids, parameter);
        string[] entries = ids.Trim().Length == 0 ? [] : ids.Split(',');
        var parsed = new List<Guid>(entries.Length);
        var faults = new List<string>();
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i].Trim();
            if (TryParse(entry, out var id))
                parsed.Add(id);
            else
                faults.Add($"{i + 1} {Quote(entry)}");
        }

        if (faults.Count == 0)
            return parsed;

        throw new ArgumentException(
            $"{faults.Count} of {entries.Length} ids are not valid, at position {Name(faults)}. " +
            "Each id must be a UUID in the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.", parameter);
    }

    /// <summary>Reads an id in the one form that the API uses. Guid also accepts spaces and 0x inside a group.</summary>
    public static bool TryParse(string text, out Guid id) =>
        Guid.TryParseExact(text, "D", out id) && id.ToString("D", CultureInfo.InvariantCulture).Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the first entries for a message, and how many more there are.</summary>
    public static string Name<T>(IReadOnlyList<T> entries) =>
        string.Join(", ", entries.Take(MostNamed)) + (entries.Count > MostNamed ? $" and {entries.Count - MostNamed} more" : "");

    private static string Quote(string entry) =>
        entry.Length == 0 ? "(empty)" : entry.Length > 40 ? $"'{entry[..40]}…'" : $"'{entry}'";
}
