namespace Aurora.Client;

/// <summary>In what a response can depart from the document.</summary>
public enum SchemaDriftKind
{
    /// <summary>A required property is not there.</summary>
    Missing = 1,

    /// <summary>A value is null that may not be.</summary>
    Null = 2,

    /// <summary>A property is there that the document does not name.</summary>
    UnknownProperty = 3,

    /// <summary>An enum has a value that the document does not list.</summary>
    UnknownValue = 4,

    /// <summary>A value has another JSON type, or a number stands in quotes.</summary>
    WrongType = 5,

    /// <summary>A text does not have its format, or a number its range.</summary>
    Malformed = 6,
}
