using System.Reflection;
using Aurora.Spec.Diffing;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Creates arguments that are valid against the document.</summary>
/// <param name="parameters">All parameters in the document.</param>
/// <param name="ids">The IDs for methods that take IDs.</param>
internal sealed class Arguments(IReadOnlyList<Parameter> parameters, IReadOnlyList<Guid> ids)
{
    private (string? Parameter, object? Argument) _body;

    /// <summary>Returns the same arguments with another body.</summary>
    public Arguments With(ParameterInfo parameter, object? body) => new(parameters, ids) { _body = (parameter.Name, body) };

    public object? For(ParameterInfo parameter) => parameter.Name == _body.Parameter
        ? _body.Argument
        : Of(parameter.ParameterType, parameters.FirstOrDefault(candidate => ClientNames.Parameter(candidate.Name) == parameter.Name));

    private object? Of(Type type, Parameter? parameter)
    {
        type = ClientTypes.WithoutNull(type);
        if (type == typeof(CancellationToken))
            return CancellationToken.None;
        if (type == typeof(Guid))
            return ids[0];
        if (type == typeof(IEnumerable<Guid>))
            return ids;
        if (type == typeof(string))
            return Text(parameter);
        if (typeof(Delegate).IsAssignableFrom(type) || (type.IsInterface && ClientTypes.ItemOf(type) is null))
            return null;
        if (ClientTypes.ItemOf(type) is { } item)
            return List(item, parameter);
        // The values of enums and orderings are static properties of the type itself.
        if (type.Namespace != nameof(System)
            && type.GetProperties(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(property => property.PropertyType == type) is { } value)
        {
            return value.GetValue(null);
        }

        return type == typeof(Uri) ? new Uri("https://media.example/") : Activator.CreateInstance(type);
    }

    private Array List(Type item, Parameter? parameter)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Of(item, parameter), 0);
        return list;
    }

    private string Text(Parameter? parameter)
    {
        if (parameter?.Node["description"]?.Text.Contains("UUID", StringComparison.Ordinal) == true)
            return string.Join(',', ids);
        return parameter?.Document.SchemaOf(parameter.SchemaNode) is { } schema ? Samples.Usual(schema, 0).ToString() : "text";
    }
}
