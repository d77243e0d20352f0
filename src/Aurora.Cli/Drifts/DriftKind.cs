using System.Text.Json;
using Aurora.Client;

namespace Aurora.Cli.Drifts;

/// <summary>The names of the kinds of drift in the output.</summary>
internal static class DriftKind
{
    /// <summary>The API does not apply a query parameter as documented.</summary>
    public const string Parameter = "parameter";

    public static string Of(SchemaDriftKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
