using System.Globalization;
using System.Text.RegularExpressions;

namespace Aurora.Spec.CSharp;

/// <summary>The names that the templates give to what the document names. Tests hold them to what the generator writes.</summary>
internal static partial class CSharpNames
{
    /// <summary>The operations whose public methods are written by hand: <c>protectedMethods</c> in <c>nswag.json</c>.</summary>
    private static readonly HashSet<string> FinishedByHand = ["aurora_list"];

    // As the templates have them, in Class.liquid and Enum.liquid.
    private static readonly string[] OfClasses =
        ["AdditionalProperties", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private static readonly string[] OfEnums =
        ["Converter", "Equals", "Finalize", "GetHashCode", "GetType", "IsKnown", "KnownValues", "MemberwiseClone", "ReferenceEquals", "ToString", "Value", "Values"];

    /// <summary><c>StatusD69Enum</c> and <c>StatusEnum</c> are both <c>AuroraStatus</c>.</summary>
    public static string Type(string schema)
    {
        if (EnumSuffix().Match(schema) is not { Success: true } match)
            return schema.Contains('_', StringComparison.Ordinal) ? Pascal(schema) : schema;
        var stem = match.Groups["stem"].Value;
        return (stem.StartsWith("Aurora", StringComparison.Ordinal) ? "" : "Aurora") + Pascal(stem);
    }

    /// <summary>The members of a class or of an enum, in the order of the document: one that is taken gets an underscore.</summary>
    /// <param name="type">The C# name of the type.</param>
    /// <param name="names">The document's names.</param>
    /// <param name="isEnum">Whether the type is an enum, which has other members of its own.</param>
    public static IReadOnlyDictionary<string, string> Members(string type, IEnumerable<string> names, bool isEnum)
    {
        var taken = new HashSet<string>(isEnum ? OfEnums : OfClasses, StringComparer.Ordinal) { type };
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !members.ContainsKey(name)))
        {
            var member = Member(name);
            while (!taken.Add(member))
                member += "_";
            members.Add(name, member);
        }

        return members;
    }

    private static string Member(string name)
    {
        var member = Pascal(name);
        return member.Length > 0 && char.IsAsciiDigit(member[0]) ? "_" + member : member;
    }

    /// <summary>The generated method: <c>ListCoreAsync</c> where the public one is written by hand.</summary>
    public static string Method(string operationId) => Stem(operationId) + (FinishedByHand.Contains(operationId) ? "CoreAsync" : "Async");

    /// <summary>The method that callers call.</summary>
    public static string PublicMethod(string operationId) => Stem(operationId) + "Async";

    public static bool IsFinishedByHand(string operationId) => FinishedByHand.Contains(operationId);

    public static string Parameter(string name)
    {
        var pascal = Pascal(name);
        return pascal.Length == 0 ? name : char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    public static string Pascal(string name) => string.Concat(
        NotAlphanumeric().Split(name).Where(word => word.Length > 0).Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));

    private static string Stem(string operationId) =>
        Pascal(operationId.StartsWith("aurora_", StringComparison.OrdinalIgnoreCase) ? operationId["aurora_".Length..] : operationId);

    [GeneratedRegex("^(?<stem>.+?)(?:(?<=.)[0-9A-F][0-9a-f]{2})?Enum$")]
    private static partial Regex EnumSuffix();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotAlphanumeric();
}
