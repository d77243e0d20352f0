using System.Globalization;
using System.Text.RegularExpressions;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>The names that the client has for the operations and parameters of a document.</summary>
internal static partial class ClientNames
{
    private const string Prefix = "aurora_";

    /// <summary>Returns whether the public methods of an operation are hand-written.</summary>
    public static bool IsHandWritten(string operationId) => operationId == "aurora_list";

    public static string Method(string operationId) =>
        Pascal(operationId.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? operationId[Prefix.Length..] : operationId) + "Async";

    public static string Parameter(string name)
    {
        var pascal = Pascal(name);
        return pascal.Length == 0 ? name : char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    private static string Pascal(string name) => string.Concat(
        NotAlphanumeric().Split(name).Where(word => word.Length > 0).Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotAlphanumeric();
}
