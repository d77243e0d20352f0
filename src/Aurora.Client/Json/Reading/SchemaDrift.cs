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
