namespace Aurora.Client;

/// <summary>A deviation of a response from the document. It contains the kind of the value and not the value itself.</summary>
/// <param name="Kind">The kind of deviation.</param>
/// <param name="Path">The place, as a JSON path without indexes, such as <c>$[].status</c>.</param>
/// <param name="Found">What the response contains, in words, such as <c>a string</c>, or the text of an unknown enum value. Empty for null and for missing properties.</param>
public sealed record SchemaDrift(SchemaDriftKind Kind, string Path, string Found)
{
    /// <summary>Gets the path with <c>*</c> in place of names that the response made up, so that there is a bounded number of them.</summary>
    internal string DocumentPath { get; init; } = Path;

    /// <summary>Returns whether the other deviation has the same kind, path and finding.</summary>
    public bool Equals(SchemaDrift? other) => other is not null && (Kind, Path, Found) == (other.Kind, other.Path, other.Found);

    /// <inheritdoc/>
    public override int GetHashCode() => (Kind, Path, Found).GetHashCode();

    /// <summary>Returns a sentence for a log.</summary>
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
