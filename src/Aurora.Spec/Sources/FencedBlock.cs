using System.Text.RegularExpressions;

namespace Aurora.Spec.Sources;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">The first word of its info string, or empty.</param>
/// <param name="FirstLine">The line of the page in which its opening fence stands, from 1.</param>
/// <param name="Lines">How many lines are between the fences.</param>
/// <param name="Text">Those lines word for word, each ended by LF.</param>
/// <param name="IsClosed">Whether a closing fence follows; the page is cut short where none does.</param>
internal sealed partial record FencedBlock(string Language, int FirstLine, int Lines, string Text, bool IsClosed)
{
    public int LastLine => FirstLine + Lines + (IsClosed ? 1 : 0);

    public bool HoldsDocument => HasLanguageOfDocuments && TopLevel.IsDocument(Text);

    private bool HasLanguageOfDocuments => DocumentLanguage().IsMatch(Language);

    /// <summary>What it is, for the list of those that hold no document.</summary>
    public override string ToString()
    {
        var language = Language.Length == 0 ? "no language" : Language;
        return $"{language} in line {FirstLine}{(HasLanguageOfDocuments ? " without a top-level 'openapi'" : "")}";
    }

    // Not jsonc or json5, which are other languages, but yaml{3} and yaml,title.
    [GeneratedRegex(@"\A(yaml|yml|json)(?![\w])", RegexOptions.IgnoreCase)]
    private static partial Regex DocumentLanguage();
}
