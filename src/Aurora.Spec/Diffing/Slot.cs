namespace Aurora.Spec.Diffing;

/// <summary>What a type is written for in C#, which decides when it may be null.</summary>
internal enum Slot
{
    Property,

    /// <summary>A parameter, or a body.</summary>
    Parameter,

    Result,

    /// <summary>The items of a list, the values of a dictionary.</summary>
    Item,

    /// <summary>Nothing of its own.</summary>
    Nothing,
}
