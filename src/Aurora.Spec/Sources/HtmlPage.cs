using System.Net;
using System.Text.RegularExpressions;

namespace Aurora.Spec.Sources;

/// <summary>What a server sends in place of a document: above all, its errors.</summary>
internal static partial class HtmlPage
{
    public static bool IsOne(string text) => Start().IsMatch(text);

    /// <summary>The title, in words for a message, or nothing.</summary>
    public static string Title(string text) => TitleElement().Match(text) is { Success: true } match
        ? $" titled '{WebUtility.HtmlDecode(match.Groups[1].Value).Trim()}'"
        : "";

    [GeneratedRegex(@"^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Start();

    [GeneratedRegex("<title[^>]*>([^<]{1,200})</title>", RegexOptions.IgnoreCase)]
    private static partial Regex TitleElement();
}
