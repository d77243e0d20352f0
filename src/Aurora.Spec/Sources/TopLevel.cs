using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Aurora.Spec.Sources;

/// <summary>Recognizes an OpenAPI document by its keys at the top level. It also recognizes an invalid document, up to its first error.</summary>
internal static class TopLevel
{
    /// <summary>Returns whether <c>openapi</c> or <c>swagger</c> is one of the keys.</summary>
    public static bool IsDocument(string text)
    {
        try
        {
            return HasKey(new Parser(new StringReader(EscapedPairs.Join(text))));
        }
        catch (YamlException)
        {
            return false;
        }
    }

    private static bool HasKey(Parser parser)
    {
        var levels = 0;
        var keyIsNext = true;
        while (parser.MoveNext() && levels <= SpecParser.MostLevels)
        {
            switch (parser.Current)
            {
                case Scalar { Value: "openapi" or "swagger" } when levels == 1 && keyIsNext:
                    return true;
                case MappingStart or SequenceStart:
                    levels++;
                    break;
                case MappingEnd or SequenceEnd when --levels == 1:
                case Scalar or AnchorAlias when levels == 1:
                    keyIsNext = !keyIsNext;
                    break;
                case DocumentEnd:
                    return false;
            }
        }

        return false;
    }
}
