using Aurora.Client;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Compares the types of the client with the schemas in the document.</summary>
internal sealed class TypeComparison
{
    private readonly HashSet<(string, Type)> _compared = [];

    public IEnumerable<ReplayFailure> Compare(Schema schema, Type type)
    {
        type = ClientTypes.WithoutNull(type);
        if (!_compared.Add((schema.Site.Pointer, type)))
            return [];
        if (schema.Type == "array")
            return schema["items"] is not null ? Inner(schema, type) : [Wrong(schema, type)];
        if (schema.IsObject())
            return CompareObject(schema, type);
        if (schema.IsMap())
            return Inner(schema, type);
        if (LeafRules.TypeOf(schema) is { } expected)
            return type == expected ? [] : [Wrong(schema, type)];
        return CompareEnum(schema, type);
    }

    private IEnumerable<ReplayFailure> Inner(Schema schema, Type type) =>
        ClientTypes.ItemOf(type) is { } item ? Compare(schema.Inner(), item) : [Wrong(schema, type)];

    private IEnumerable<ReplayFailure> CompareObject(Schema schema, Type type)
    {
        var properties = ClientTypes.PropertiesOf(type);
        if (properties.Count == 0)
            return [Wrong(schema, type)];
        var members = schema.Members().ToList();
        var fresh = Activator.CreateInstance(type)!;
        return properties.Keys.Except(members.Select(member => member.Name))
            .Select(name => new ReplayFailure(
                $"{schema.Core.Pointer}/properties/{JsonPointer.Escape(name)}", $"{type.Name} has a property '{name}' that is not in the document."))
            .Concat(members.SelectMany(member => properties.TryGetValue(member.Name, out var property)
                ? Compare(member.Schema, property.PropertyType).Concat(CompareDefault(member.Schema, property.GetValue(fresh), $"{type.Name}.{property.Name}"))
                : [new ReplayFailure(member.Schema.Site.Pointer, $"{type.Name} has no property '{member.Name}'.")]));
    }

    private static IEnumerable<ReplayFailure> CompareDefault(Schema schema, object? fresh, string what)
    {
        var asDocumented = schema["default"] is { Kind: not SpecNodeKind.Null } node
            ? ValueEquality.AreEqual(LeafRules.Of(schema, Samples.JsonOf(node)).Value, fresh)
            : fresh is null or "" || fresh is System.Collections.ICollection { Count: 0 } || ClientTypes.IsObject(fresh.GetType()) || fresh.Equals(Activator.CreateInstance(fresh.GetType()));
        return asDocumented ? [] : [new ReplayFailure(
            schema.Site.Pointer, $"{what} is {fresh ?? "null"} in a new object, but the default in the document is {schema["default"]?.Text ?? "not specified"}.")];
    }

    private static IEnumerable<ReplayFailure> CompareEnum(Schema schema, Type type)
    {
        if (ClientTypes.KnownValuesOf(type) is not { } known)
            return [Wrong(schema, type)];
        // The empty text is allowed, but has no member in C#.
        return schema.Choices().Where(value => value.Text.Length > 0 && !known.Contains(value.Text))
            .Select(value => new ReplayFailure(value.Pointer, $"{type.Name} has no value '{value.Text}'."))
            .Concat(known.Where(value => !LeafRules.IsListed(schema, value))
                .Select(value => new ReplayFailure(schema.Enums()[0]["enum"]!.Pointer, $"{type.Name} has a value '{value}' that is not in the document.")));
    }

    private static ReplayFailure Wrong(Schema schema, Type type) =>
        new(schema.Site.Pointer, $"'{schema.Site.Name}' is {schema} in the document, but {type.Name} in the client.");
}
