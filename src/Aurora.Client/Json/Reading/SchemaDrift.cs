namespace Aurora.Client;

/// <summary>A deviation of a response from the document. It contains the type of the value, but not the value itself.</summary>
/// <param name="Kind">The kind of deviation.</param>
/// <param name="Path">The position as a JSON path without indexes, such as <c>$[].status</c>.</param>
/// <param name="Found">What the response contains, in words, such as <c>a string</c>, or the text of an unknown enum value. Empty for null and for missing properties.</param>
public sealed record SchemaDrift(SchemaDriftKind Kind, string Path, string Found)
{
    /// <summary>Gets the path with <c>*</c> in place of names that are not in the document, so that the number of paths is limited.</summary>
    internal string DocumentPath { get; init; } = Path;

    /// <summary>Returns whether the other deviation has the same kind, path and finding.</summary>
    public bool Equals(SchemaDrift? other) => other is not null && (Kind, Path, Found) == (other.Kind, other.Path, other.Found);

    /// <inheritdoc/>
    public override int GetHashCode() => (((int)Kind * 397) ^ Path.GetHashCode()) * 397 ^ Found.GetHashCode();

    /// <summary>Returns a sentence for a log.</summary>
    public override string ToString() => Kind switch
    {
        SchemaDriftKind.Missing => $"{Path} is missing",
        SchemaDriftKind.Null => $"{Path} is null, which the document does not allow",
        SchemaDriftKind.UnknownProperty => $"{Path} is not in the document",
        SchemaDriftKind.UnknownValue => $"{Path} has a value that the document does not list: {Found}",
        SchemaDriftKind.WrongType => $"{Path} is {Found}, which is not the type in the document",
        _ => $"{Path} is {Found} that does not have the format in the document",
    };
}

/// <summary>The kinds of deviation of a response from the document.</summary>
public enum SchemaDriftKind
{
    /// <summary>A required property is missing.</summary>
    Missing = 1,

    /// <summary>A value is null, but the document does not allow null.</summary>
    Null = 2,

    /// <summary>A property is not in the document.</summary>
    UnknownProperty = 3,

    /// <summary>An enum has a value that the document does not list.</summary>
    UnknownValue = 4,

    /// <summary>A value has another JSON type, or a number is in quotes.</summary>
    WrongType = 5,

    /// <summary>A string does not have the format, or a number is out of the range, that the document requires.</summary>
    Malformed = 6,
}

/// <summary>What the client does when a response deviates from the document.</summary>
public enum SchemaDriftHandling
{
    /// <summary>Continues, and reports each kind and path once: to the log, the counter and the callback.</summary>
    Report = 0,

    /// <summary>Continues, and only counts the deviation.</summary>
    Ignore = 1,

    /// <summary>Throws an <see cref="AuroraApiException"/> for the first deviation. For tests.</summary>
    Throw = 2,

    /// <summary>Like <see cref="Report"/>, but calls the callback for every deviation. For callers that count deviations.</summary>
    ReportAll = 3,
}

/// <summary>Carries a deviation from the readers to the code that creates the <see cref="AuroraApiException"/>.</summary>
#pragma warning disable CA1032, CA1064 // The client never throws it to a caller, and it requires a deviation.
internal sealed class SchemaDriftException(SchemaDrift drift) : Exception(drift.ToString())
#pragma warning restore CA1032, CA1064
{
    public SchemaDrift Drift { get; } = drift;
}
