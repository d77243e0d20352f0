using System.Text.RegularExpressions;

namespace Aurora.Testing.Checking;

/// <summary>Validates URLs with the rules of Django's <c>URLValidator</c>.</summary>
internal static partial class DjangoUrl
{
    private const int MaxLength = 2048;
    private const string Letters = @"a-z\u00a1-\uffff";
    private const string Byte = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private const string Label = $"[{Letters}0-9](?:[{Letters}0-9-]{{0,61}}[{Letters}0-9])?";
    private const string Top = $@"\.(?!-)(?:[{Letters}-]{{2,63}}|xn--[a-z0-9]{{1,59}})(?<!-)\.?";
    private const string Host =
        $@"(?:{Byte}(?:\.{Byte}){{3}}|\[[0-9a-f:.]+\]|{Label}(?:\.(?!-)[{Letters}0-9-]{{1,63}}(?<!-))*{Top}|localhost)";

    public static bool IsValid(string text) => text.Length <= MaxLength && Form().IsMatch(text);

    [GeneratedRegex(
        $@"\A(?:https?|ftps?)://(?:[^\s:@/]+(?::[^\s:@/]*)?@)?{Host}(?::[0-9]{{1,5}})?(?:[/?#][^\s]*)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
