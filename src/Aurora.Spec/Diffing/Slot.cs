namespace Aurora.Spec.Diffing;

/// <summary>What a type is written for in C#, which decides when it may be null.</summary>
internal enum Slot
{
    Property,
    Parameter,

    /// <summary>A result, a body, the items of a list.</summary>
    Value,

    /// <summary>Nothing of its own.</summary>
    Nothing,
}
