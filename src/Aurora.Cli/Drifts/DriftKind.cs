using System.Text.Json;
using Aurora.Client;

namespace Aurora.Cli.Drifts;

/// <summary>The kinds of drift as the tool writes them, in every form of output.</summary>
internal static class DriftKind
{
    /// <summary>A parameter of the request is not understood as the document has it.</summary>
    public const string Parameter = "parameter";

    public static string Of(SchemaDriftKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
