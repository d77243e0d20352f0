namespace Aurora.Cli.Commands;

/// <summary>The values of <c>--output</c>.</summary>
internal enum OutputFormat
{
    /// <summary>A table in a terminal, and tab-separated values in a pipe or a file.</summary>
    Table,

    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>One JSON object per line, written as soon as it is available.</summary>
    Ndjson,

    /// <summary>Comma-separated values, with each line written as soon as it is available.</summary>
    Csv,
}
