using System.Reflection;
using Aurora.Client;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Compares the parameters of a generated method with the parameters of its operation.</summary>
internal static class ParameterComparison
{
    public static IEnumerable<ReplayFailure> Compare(ReplayedOperation operation)
    {
        const BindingFlags AllMethods = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var method = typeof(AuroraClient).GetMethods(AllMethods).FirstOrDefault(method => method.Name == operation.GeneratedName);
        if (method is null)
            return [new ReplayFailure(operation.Pointer + "/operationId", $"The client has no generated method {operation.GeneratedName}.")];
        var generated = method.GetParameters()
            .Where(parameter => parameter.ParameterType != typeof(CancellationToken)).ToDictionary(parameter => parameter.Name!);
        return operation.Parameters.SelectMany(parameter => !generated.TryGetValue(ClientNames.Parameter(parameter.Name), out var own)
                ? [new ReplayFailure(parameter.Site.Pointer, $"{method.Name} has no parameter '{parameter.Name}'.")]
                : Compare(parameter.Document.SchemaOf(parameter.SchemaNode), own, parameter.Site.Pointer, parameter.IsRequired))
            .Concat(generated.Keys.Where(name => operation.Parameters.All(parameter => ClientNames.Parameter(parameter.Name) != name))
                .Skip(operation.Body is null ? 0 : 1)
                .Select(name => new ReplayFailure(
                    operation.Pointer + "/parameters", $"{method.Name} has a parameter '{name}' that is not in the document.")));
    }

    private static IEnumerable<ReplayFailure> Compare(Schema? schema, ParameterInfo own, string place, bool isRequired)
    {
        if (own.IsOptional == isRequired)
        {
            var kind = own.IsOptional ? "optional" : "required";
            yield return new ReplayFailure(place, $"The parameter '{own.Name}' is {kind} in the client, but not in the document.");
        }

        var type = ClientTypes.WithoutNull(own.ParameterType);
        if (schema is null || !IsTypeOf(schema, type))
        {
            yield return new ReplayFailure(
                place, $"The parameter '{own.Name}' is {schema?.ToString() ?? "missing"} in the document, but {type.Name} in the client.");
        }
    }

    private static bool IsTypeOf(Schema schema, Type type) => schema.Type == "array"
        ? ClientTypes.ItemOf(type) is not null
        : LeafRules.TypeOf(schema) is { } expected ? type == expected : ClientTypes.KnownValuesOf(type) is not null;
}
