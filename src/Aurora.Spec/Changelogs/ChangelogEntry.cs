using System.Globalization;
using System.Text.RegularExpressions;

namespace Aurora.Spec.Changelogs;

/// <summary>
/// What the head of an entry of <c>openapi/CHANGELOG.md</c> says: the line <c>## 1.0.0 – 2026-11-24</c>, and below it a line
/// <c>Document: sha256 …</c>. The newest entry is the first.
/// </summary>
internal sealed partial record ChangelogEntry(string Version, DateOnly Date, string Sha256)
{
    public const string File = "openapi/CHANGELOG.md";

    public string Heading => $"## {Version} – {Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    public string DocumentLine => $"Document: sha256 {Sha256}";

    /// <exception cref="SpecException">There is no entry, or the first is not in this form.</exception>
    public static ChangelogEntry Newest(string changelog)
    {
        var headings = AnyHeading().Matches(changelog);
        if (headings.Count == 0)
            throw new SpecException($"{File} has no entry: no line begins with '## '.", "An entry begins with a line such as '## 1.0.0 – 2026-11-24'.");
        var entry = changelog[headings[0].Index..(headings.Count > 1 ? headings[1].Index : changelog.Length)];
        var heading = HeadingForm().Match(entry);
        if (!heading.Success || !DateOnly.TryParseExact(heading.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            throw new SpecException($"The newest entry of {File} begins with '{entry.Split('\n')[0].TrimEnd()}'.", "It must be '## <version> – <yyyy-MM-dd>', with a dash as in '1.0.0 – 2026-11-24'.");
        var document = DocumentForm().Match(entry);
        if (!document.Success)
            throw new SpecException($"The newest entry of {File}, '{heading.Value.TrimEnd()}', names no document.", "It needs a line 'Document: sha256 ' and 64 hexadecimal digits in lower case.");
        return new ChangelogEntry(heading.Groups["version"].Value, date, document.Groups["hash"].Value);
    }

    [GeneratedRegex(@"^## ", RegexOptions.Multiline)]
    private static partial Regex AnyHeading();

    [GeneratedRegex(@"^## (?<version>\S.*) – (?<date>[0-9-]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex HeadingForm();

    [GeneratedRegex(@"^Document: sha256 (?<hash>[0-9a-f]{64})\s*$", RegexOptions.Multiline)]
    private static partial Regex DocumentForm();
}
