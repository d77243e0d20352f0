namespace Aurora.Cli.Commands;

/// <summary>How results are written. The names are those of <c>--output</c>.</summary>
internal enum OutputForm
{
    /// <summary>For a person; in a pipe or a file, lines with tabs.</summary>
    Table,

    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>One JSON object a line, each as soon as it is there.</summary>
    Ndjson,

    /// <summary>For a spreadsheet, each line as soon as it is there.</summary>
    Csv,
}
