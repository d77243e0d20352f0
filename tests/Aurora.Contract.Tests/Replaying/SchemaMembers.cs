using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Determines the kind and the properties of a schema.</summary>
internal static class SchemaMembers
{
    public static bool IsObject(this Schema schema) =>
        schema.Type is "object" or "" && (schema["properties"] is not null || schema["allOf"] is { Children.Count: > 1 });

    public static bool IsMap(this Schema schema) =>
        schema.Type == "object" && !schema.IsObject() && schema["additionalProperties"] is { Kind: SpecNodeKind.Mapping };

    /// <summary>Returns the properties in the order of the document, including those in an <c>allOf</c> with several schemas.</summary>
    public static IEnumerable<SchemaMember> Members(this Schema schema, SpecDocument document)
    {
        var required = schema.Required.ToHashSet();
        var own = schema["properties"]?.Children
            .Select(site => new SchemaMember(site.Name, Schema.Of(document, site)!, required.Contains(site.Name))) ?? [];
        var inherited = schema["allOf"] is { Children.Count: > 1 } parts
            ? parts.Children.SelectMany(part => Schema.Of(document, part)!.Members(document))
            : [];
        return inherited.Concat(own).DistinctBy(member => member.Name);
    }
}

/// <summary>A property of an object.</summary>
internal sealed record SchemaMember(string Name, Schema Schema, bool IsRequired);
