using System.Reflection;
using Aurora.Client;
using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Whether the generated method of an operation has the parameters that the document gives it, with their types.</summary>
internal static class ParameterComparison
{
    public static IEnumerable<ReplayFailure> Compare(ReplayedOperation operation)
    {
        var method = typeof(AuroraClient).GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).FirstOrDefault(method => method.Name == operation.GeneratedName);
        if (method is null)
            return [new ReplayFailure(operation.Pointer + "/operationId", $"There is no generated method {operation.GeneratedName}.")];
        var generated = method.GetParameters().Where(parameter => parameter.ParameterType != typeof(CancellationToken)).ToDictionary(parameter => parameter.Name!);
        return operation.Parameters.SelectMany(parameter => !generated.TryGetValue(parameter.CSharpName, out var own)
                ? [new ReplayFailure(parameter.Site.Pointer, $"{method.Name} has no parameter '{parameter.Name}'.")]
                : Compare(parameter.Side.SchemaOf(parameter.SchemaNode), own, parameter.Site.Pointer, parameter.IsRequired))
            .Concat(generated.Keys.Where(name => operation.Parameters.All(parameter => parameter.CSharpName != name))
                .Select(name => new ReplayFailure(operation.Pointer + "/parameters", $"{method.Name} has a parameter '{name}', which the document does not have.")));
    }

    private static IEnumerable<ReplayFailure> Compare(Schema? schema, ParameterInfo own, string place, bool isRequired)
    {
        if (own.IsOptional == isRequired)
            yield return new ReplayFailure(place, $"The parameter '{own.Name}' can{(own.IsOptional ? "" : "not")} be left out in the client.");
        var type = ClientTypes.WithoutNull(own.ParameterType);
        var isList = ClientTypes.ItemOf(type) is not null;
        var isRight = schema is not null && (schema.Type == "array" ? isList : LeafRules.TypeOf(schema) is { } expected ? type == expected : ClientTypes.KnownValuesOf(type) is not null);
        if (!isRight)
            yield return new ReplayFailure(place, $"The parameter '{own.Name}' is {schema?.ToString() ?? "nothing"} in the document, and {type.Name} in the client.");
    }
}
