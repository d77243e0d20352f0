using System.Runtime.CompilerServices;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Determines the kind and the parts of a schema.</summary>
internal static class SchemaMembers
{
    // All cases use the same schemas.
    private static readonly ConditionalWeakTable<SpecNode, Schema> Schemas = [];
    private static readonly ConditionalWeakTable<Schema, IReadOnlyList<SchemaMember>> KnownMembers = [];

    /// <summary>The maximum depth of values that are tested.</summary>
    public const int MaxDepth = 4;

    public static bool IsObject(this Schema schema) =>
        schema.Type is "object" or "" && (schema["properties"] is not null || schema["allOf"] is { Children.Count: > 1 });

    public static bool IsMap(this Schema schema) =>
        schema.Type == "object" && !schema.IsObject() && schema["additionalProperties"] is { Kind: SpecNodeKind.Mapping };

    /// <summary>Returns the properties in the order of the document, including those in an <c>allOf</c> with several schemas.</summary>
    public static IReadOnlyList<SchemaMember> Members(this Schema schema) => KnownMembers.GetValue(schema, FindMembers);

    /// <summary>Returns the schema of the items of a list, or of the values of a map.</summary>
    public static Schema Inner(this Schema schema) => schema.At(schema["items"] ?? schema["additionalProperties"] ?? schema.Core);

    /// <summary>Returns whether the document does not describe the values.</summary>
    public static bool IsAny(this Schema schema) => schema.Type.Length == 0 && !schema.IsObject() && !schema.IsChoice();

    /// <summary>Returns the values of an enum, except null. Other schemas have none.</summary>
    public static IReadOnlyList<SpecNode> Choices(this Schema schema) =>
        [.. schema.Enums().SelectMany(part => part["enum"]!.Children).Where(value => value.Kind != SpecNodeKind.Null)];

    public static bool IsChoice(this Schema schema) => schema.Enums().Count > 0;

    /// <summary>Returns the enums of which a schema consists. Django adds the empty text and null as separate enums.</summary>
    public static IReadOnlyList<Schema> Enums(this Schema schema)
    {
        if (schema["enum"] is not null)
            return [schema];
        List<Schema> parts = [.. schema["oneOf"]?.Children.Select(schema.At) ?? []];
        return parts.TrueForAll(part => part["enum"] is not null) ? parts : [];
    }

    /// <summary>Returns whether the objects of a schema contain each other too often: once is enough for a test, and the depth is limited.</summary>
    public static bool IsIn(this Schema schema, IReadOnlyList<Schema> outer) =>
        outer.Count >= MaxDepth || outer.Count(other => other.Core == schema.Content().Core) > 1;

    private static Schema Content(this Schema schema) => schema["items"] is not null || schema.IsMap() ? schema.Inner().Content() : schema;

    private static Schema At(this Schema schema, SpecNode site) => Schemas.GetValue(site, _ => Schema.Of(schema.Document, site)!);

    private static IReadOnlyList<SchemaMember> FindMembers(Schema schema)
    {
        var required = schema.Required.ToHashSet();
        var own = schema["properties"]?.Children.Select(site => new SchemaMember(site.Name, schema.At(site), required.Contains(site.Name))) ?? [];
        var inherited = schema["allOf"] is { Children.Count: > 1 } parts
            ? parts.Children.SelectMany(part => schema.At(part).Members())
            : [];
        return [.. inherited.Concat(own).DistinctBy(member => member.Name)];
    }
}

/// <summary>A property of an object.</summary>
internal sealed record SchemaMember(string Name, Schema Schema, bool IsRequired)
{
    /// <summary>Gets a value that indicates whether only responses contain the property.</summary>
    public bool IsReadOnly => Schema.Is("readOnly");
}
