using System.Text.RegularExpressions;

namespace Aurora.Spec.Sources;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">The first word of the info string, or an empty string.</param>
/// <param name="FirstLine">The line of the opening fence in the page. The first line is 1.</param>
/// <param name="Lines">The number of lines between the fences.</param>
/// <param name="Text">The unchanged lines, each with LF at the end.</param>
/// <param name="IsClosed">Whether the block has a closing fence. If not, the page is incomplete.</param>
internal sealed partial record FencedBlock(string Language, int FirstLine, int Lines, string Text, bool IsClosed)
{
    public int LastLine => FirstLine + Lines + (IsClosed ? 1 : 0);

    public bool HoldsDocument => HasLanguageOfDocuments && TopLevel.IsDocument(Text);

    private bool HasLanguageOfDocuments => DocumentLanguage().IsMatch(Language);

    /// <summary>Describes a block that contains no document, for a message.</summary>
    public override string ToString()
    {
        var language = Language.Length == 0 ? "no language" : Language;
        return $"{language} in line {FirstLine}{(HasLanguageOfDocuments ? " without a top-level 'openapi'" : "")}";
    }

    // yaml{3} and yaml,title are YAML, but jsonc and json5 are not JSON.
    [GeneratedRegex(@"\A(yaml|yml|json)(?![\w])", RegexOptions.IgnoreCase)]
    private static partial Regex DocumentLanguage();
}
