using System.Collections;
using System.Reflection;
using Newtonsoft.Json;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Reflects on the types of the client.</summary>
internal static class ClientTypes
{
    private static readonly Dictionary<Type, IReadOnlyDictionary<string, PropertyInfo>> Known = [];

    /// <summary>Returns the properties of a generated class by their JSON names. Other types have none.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> PropertiesOf(Type type)
    {
        lock (Known)
        {
            if (!Known.TryGetValue(type, out var properties))
            {
                Known[type] = properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.IsDefined(typeof(JsonPropertyAttribute)))
                    .ToDictionary(property => property.GetCustomAttribute<JsonPropertyAttribute>()!.PropertyName!);
            }

            return properties;
        }
    }

    /// <summary>Returns whether a new value of the type has no content: the type is a generated class, or <see cref="object"/>.</summary>
    public static bool IsObject(Type type) => type == typeof(object) || PropertiesOf(type).Count > 0;

    /// <summary>Returns the known values of a generated enum type, or null for other types.</summary>
    public static IReadOnlyList<string>? KnownValuesOf(Type type) => type.IsEnum
        ? [.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => value.ToString()!)]
        : type.GetProperty("KnownValues", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is IEnumerable values
            ? [.. values.Cast<object>().Select(value => value.ToString()!)]
            : null;

    /// <summary>Returns the type of the items of a list, or of the values of a map, or null for other types.</summary>
    public static Type? ItemOf(Type type) => type == typeof(string) || type == typeof(byte[])
        ? null
        : type.GetInterfaces().Prepend(type).Where(candidate => candidate.IsGenericType)
            .Select(candidate => (Definition: candidate.GetGenericTypeDefinition(), Arguments: candidate.GetGenericArguments()))
            .Where(candidate => candidate.Definition == typeof(IDictionary<,>)
                || candidate.Definition == typeof(IReadOnlyList<>)
                || candidate.Definition == typeof(IEnumerable<>))
            .Select(candidate => candidate.Arguments[^1]).FirstOrDefault();

    public static Type WithoutNull(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
