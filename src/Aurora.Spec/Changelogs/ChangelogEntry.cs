namespace Aurora.Spec.Changelogs;

/// <summary>
/// The head of an entry in <c>openapi/CHANGELOG.md</c>: the line <c>## 1.0.0 – 2026-11-24</c>, followed by a line
/// <c>Document: sha256 …</c>. The newest entry comes first.
/// </summary>
internal sealed partial record ChangelogEntry(string Version, DateOnly Date, string Sha256)
{
    public const string File = "openapi/CHANGELOG.md";

    public string Heading => $"## {Version} – {Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    public string DocumentLine => $"Document: sha256 {Sha256}";

    public static ChangelogEntry Newest(string changelog)
    {
        var headings = AnyHeading().Matches(changelog);
        if (headings.Count == 0)
            throw new SpecException($"{File} has no entry: no line starts with '## '.", "Add an entry that starts with a line such as '## 1.0.0 – 2026-11-24'.");
        var entry = changelog[headings[0].Index..(headings.Count > 1 ? headings[1].Index : changelog.Length)];
        var heading = HeadingForm().Match(entry);
        if (!heading.Success || !DateOnly.TryParseExact(heading.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            throw new SpecException($"The newest entry of {File} starts with '{entry.Split('\n')[0].TrimEnd()}'.", "The line must be '## <version> – <yyyy-MM-dd>', with a dash as in '1.0.0 – 2026-11-24'.");
        var document = DocumentForm().Match(entry);
        if (!document.Success)
            throw new SpecException($"The newest entry of {File}, '{heading.Value.TrimEnd()}', does not name its document.", "Add a line 'Document: sha256 ' with 64 hexadecimal digits in lower case.");
        return new ChangelogEntry(heading.Groups["version"].Value, date, document.Groups["hash"].Value);
    }

    [GeneratedRegex(@"^## ", RegexOptions.Multiline)]
    private static partial Regex AnyHeading();

    [GeneratedRegex(@"^## (?<version>\S.*) – (?<date>[0-9-]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex HeadingForm();

    [GeneratedRegex(@"^Document: sha256 (?<hash>[0-9a-f]{64})\s*$", RegexOptions.Multiline)]
    private static partial Regex DocumentForm();
}

/// <summary>Writes entries of <c>openapi/CHANGELOG.md</c>.</summary>
internal static class ChangelogText
{
    private const string Start =
        """
        # Changes to the API

        The vendor's changes to `aurora.yaml`, newest first. `dotnet run --project src/Aurora.Spec -- update` writes the entries.

        """;

    /// <param name="changelog">The current changelog, or an empty string if it does not exist yet.</param>
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
