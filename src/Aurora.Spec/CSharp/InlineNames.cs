namespace Aurora.Spec.CSharp;

/// <summary>What the generator calls a type that stands where it is used, so that the document has no name for it.</summary>
/// <param name="Class">An object: by the property, the parameter, or its place.</param>
/// <param name="Enum">An enum: of a property, by its owner and it.</param>
internal sealed record InlineNames(string Class, string Enum)
{
    public static InlineNames Both(string name) => new(name, name);
}
