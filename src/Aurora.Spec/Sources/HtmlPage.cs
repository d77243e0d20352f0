using System.Net;

namespace Aurora.Spec.Sources;

/// <summary>Recognizes an HTML page, such as a sign-in or error page, that a server sends instead of a document.</summary>
internal static partial class HtmlPage
{
    private const int MostTitle = 100;

    public static bool Is(string text) => Beginning().IsMatch(text);

    /// <summary>Returns the title on one line, or null.</summary>
    public static string? TitleOf(string text)
    {
        var title = WebUtility.HtmlDecode(Title().Match(text).Groups[1].Value);
        var line = Blank().Replace(title, " ").Trim();
        return line.Length switch
        {
            0 => null,
            > MostTitle => line[..MostTitle] + "…",
            _ => line,
        };
    }

    [GeneratedRegex(
        @"\A\s*(<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(!doctype\s+html|html)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"<title[^>]*>([^<]*)</title", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Title();

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex Blank();
}
