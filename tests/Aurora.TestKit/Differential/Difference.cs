using System.Collections;
using System.Reflection;
using Aurora.Client;

namespace Aurora.TestKit.Differential;

/// <summary>Finds the first difference between two values, including the bits of numbers and the offsets of times.</summary>
internal static class Difference
{
    /// <returns>The difference, or null.</returns>
    public static string? Between(object? expected, object? actual, string path = "") => (expected, actual) switch
    {
        (null, null) => null,
        (null, _) or (_, null) => Describe(expected, actual, path),
        _ when expected.GetType() != actual.GetType() && expected is not IEnumerable => Describe(expected, actual, path),
        (double one, double other) => BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other) ? null : Describe(one, other, path),
        (decimal one, decimal other) => one == other && (one == 0 || one.Scale == other.Scale) ? null : Describe(one, other, path),
        (DateTimeOffset one, DateTimeOffset other) => one.EqualsExact(other) ? null : Describe(one, other, path),
        (DateTime one, DateTime other) => one == other && one.Kind == other.Kind ? null : Describe(one, other, path),
        (Uri one, Uri other) => one.OriginalString == other.OriginalString && one.IsAbsoluteUri == other.IsAbsoluteUri ? null : Describe(one, other, path),
        (string one, string other) => string.Equals(one, other, StringComparison.Ordinal) ? null : Describe(one, other, path),
        (IDictionary one, IDictionary other) => BetweenMaps(one, other, path),
        (IEnumerable one, IEnumerable other) => BetweenLists([.. one.Cast<object?>()], [.. other.Cast<object?>()], path),
        _ when expected.GetType() is { IsClass: true } type && type.Assembly == typeof(AuroraFlow).Assembly => Members(expected.GetType()).Select(member => Between(member.GetValue(expected), member.GetValue(actual), $"{path}.{member.Name}")).FirstOrDefault(found => found is not null),
        _ => expected.Equals(actual) ? null : Describe(expected, actual, path),
    };

    private static PropertyInfo[] Members(Type type) => type.GetProperties();

    private static string? BetweenMaps(IDictionary one, IDictionary other, string path) =>
        BetweenLists([.. one.Keys.Cast<object>().Order()], [.. other.Keys.Cast<object>().Order()], path + "(keys)")
        ?? one.Keys.Cast<object>().Select(key => Between(one[key], other[key], $"{path}[{WireText.Print((string)key)}]")).FirstOrDefault(found => found is not null);

    private static string? BetweenLists(object?[] one, object?[] other, string path)
    {
        var found = one.Zip(other, (left, right) => (left, right)).Select((pair, i) => Between(pair.left, pair.right, $"{path}[{i}]")).FirstOrDefault(difference => difference is not null);
        return found ?? (one.Length == other.Length ? null : Describe($"{one.Length} items", $"{other.Length}: {string.Join(", ", one.Skip(other.Length).Concat(other.Skip(one.Length)))}", path));
    }

    private static string Describe(object? expected, object? actual, string path) => $"{path}: expected {Print(expected)}, but was {Print(actual)}";

    private static string Print(object? value) => value switch
    {
        null => "null",
        DateTimeOffset time => time.ToString("O"),
        string text => JsonTokens.Quote(WireText.Print(text)),
        _ => WireText.Print($"{value} ({value.GetType().Name})"),
    };
}
