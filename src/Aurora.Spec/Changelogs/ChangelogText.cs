using System.Text;
using Aurora.Spec.Diffing;
using Aurora.Spec.Reports;

namespace Aurora.Spec.Changelogs;

/// <summary>Writes entries of <c>openapi/CHANGELOG.md</c>.</summary>
internal static class ChangelogText
{
    private const string Start =
        """
        # Changes to the API

        The vendor's changes to `aurora.yaml`, newest first. `dotnet run --project src/Aurora.Spec -- update` writes the entries.

        """;

    /// <param name="changelog">The current changelog, or an empty string if it does not exist yet.</param>
    /// <returns>The changelog with the new entry at the top.</returns>
    public static string Add(string changelog, ChangelogEntry entry, DifferenceReport report)
    {
        var text = changelog.Length == 0 ? Start.ReplaceLineEndings("\n") : changelog;
        var newest = text.IndexOf("\n## ", StringComparison.Ordinal);
        var (before, after) = newest < 0 ? (text, "") : (text[..(newest + 1)], text[(newest + 1)..]);
        return $"{before.TrimEnd('\n')}\n\n{Entry(entry, report)}{(after.Length > 0 ? "\n" + after : "")}";
    }

    private static string Entry(ChangelogEntry entry, DifferenceReport report)
    {
        var text = new StringBuilder($"{entry.Heading}\n\n{entry.DocumentLine}\n\n");
        text.Append(report.Differences.Count == 0 ? "The API has not changed.\n" : DifferenceSummary.Of(report.Differences) + "\n\n");
        foreach (var difference in report.Differences)
            text.Append(Line(difference)).Append('\n');
        if (report.Client is not { Changes.Count: > 0 } client)
            return text.ToString();
        text.Append($"\nC#: {DifferenceSummary.Of(client)}\n\n");
        foreach (var change in client.Changes)
            text.Append($"- {change.Kind.ToString().ToLowerInvariant()}: {Change(DifferenceMarkdown.Code(change.Old ?? ""), DifferenceMarkdown.Code(change.Current ?? ""))}\n");
        return text.ToString();
    }

    private static string Change(string was, string now) => was.Length > 0 && now.Length > 0 ? $"{was} → {now}" : was + now;

    private static string Line(Difference difference)
    {
        var change = (DifferenceMarkdown.Code(difference.OldText), DifferenceMarkdown.Code(difference.CurrentText)) switch
        {
            ("", var now) => $"added: {now}",
            (var was, "") => $"removed: {was}",
            var (was, now) => $"{was} → {now}",
        };
        return $"- {difference.Rule.Level.ToString().ToUpperInvariant()} {difference.Rule.Id} at {DifferenceMarkdown.Code(difference.Pointer)}: {change}.";
    }
}
