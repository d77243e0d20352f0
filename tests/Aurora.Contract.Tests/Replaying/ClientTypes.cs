using System.Collections;
using System.Reflection;
using Newtonsoft.Json;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>What the client's types are called in JSON.</summary>
internal static class ClientTypes
{
    private static readonly Dictionary<Type, IReadOnlyDictionary<string, PropertyInfo>> Known = [];

    /// <summary>The properties of a class by their names in JSON; none for what is no class of the document's.</summary>
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

    /// <summary>The values that a type for an enum knows; null for another type.</summary>
    public static IReadOnlyList<string>? KnownValuesOf(Type type) => type.GetProperty("KnownValues", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is IEnumerable values
        ? [.. values.Cast<object>().Select(value => value.ToString()!)] : null;

    /// <summary>The type of the items of a list, or of the values of a map; null for another type.</summary>
    public static Type? ItemOf(Type type) => type == typeof(string) || type == typeof(byte[])
        ? null
        : type.GetInterfaces().Prepend(type).Where(candidate => candidate.IsGenericType).Select(candidate => (Form: candidate.GetGenericTypeDefinition(), Arguments: candidate.GetGenericArguments()))
            .Where(candidate => candidate.Form == typeof(IDictionary<,>) || candidate.Form == typeof(IReadOnlyList<>) || candidate.Form == typeof(IEnumerable<>))
            .Select(candidate => candidate.Arguments[^1]).FirstOrDefault();

    public static Type WithoutNull(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
