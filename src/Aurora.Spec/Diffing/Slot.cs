namespace Aurora.Spec.Diffing;

/// <summary>What a type is written for in C#, which decides when it may be null.</summary>
internal enum Slot
{
    Property,
    Parameter,

    /// <summary>A result, or a body.</summary>
    Value,

    /// <summary>The items of a list, the values of a dictionary.</summary>
    Item,

    /// <summary>Nothing of its own.</summary>
    Nothing,
}
