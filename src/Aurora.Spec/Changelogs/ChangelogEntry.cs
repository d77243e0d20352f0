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

    /// <exception cref="SpecException">The changelog has no entry, or the first entry does not have this form.</exception>
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
