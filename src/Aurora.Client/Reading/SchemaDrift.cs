namespace Aurora.Client;

/// <summary>One way in which a response departs from the document. It holds no value of the response, only its kind.</summary>
/// <param name="Kind">What departs.</param>
/// <param name="Path">Where, as a JSON path without indexes: <c>$[].status</c>.</param>
/// <param name="Found">What was found there, in words: <c>a string</c>, or the text of an unknown enum value; empty for null and for what is missing.</param>
public sealed record SchemaDrift(SchemaDriftKind Kind, string Path, string Found)
{
    /// <summary>Gets the path with <c>*</c> in place of names that the response made up, so that there is a bounded number of them.</summary>
    internal string DocumentPath { get; init; } = Path;

    /// <summary>Returns whether the other deviation has the same kind, path and finding.</summary>
    public bool Equals(SchemaDrift? other) => other is not null && (Kind, Path, Found) == (other.Kind, other.Path, other.Found);

    /// <inheritdoc/>
    public override int GetHashCode() => (Kind, Path, Found).GetHashCode();

    /// <summary>A sentence for a log.</summary>
    public override string ToString() => Kind switch
    {
        SchemaDriftKind.Missing => $"{Path} is missing",
        SchemaDriftKind.Null => $"{Path} is null, which the document does not allow",
        SchemaDriftKind.UnknownProperty => $"{Path} is not in the document",
        SchemaDriftKind.UnknownValue => $"{Path} has a value that the document does not list: {Found}",
        SchemaDriftKind.WrongType => $"{Path} is {Found}, which is not the document's type",
        _ => $"{Path} is {Found} that does not have the document's format",
    };
}
