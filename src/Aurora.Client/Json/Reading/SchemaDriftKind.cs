namespace Aurora.Client;

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
