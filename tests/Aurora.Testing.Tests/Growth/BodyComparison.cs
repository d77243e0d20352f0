using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Tests.Growth;

/// <summary>Compares a body with a recorded one.</summary>
internal static class BodyComparison
{
    private const string Timestamp = "{timestamp}";

    /// <summary>Returns the differences in types, property names, lengths of lists and, if <paramref name="hasValues"/>, values.</summary>
    public static IEnumerable<string> Differences(
        string path, JToken recorded, JToken sent, bool hasValues, Dictionary<string, string> ids) => (recorded, sent) switch
        {
            (JObject first, JObject second) => Names(path, first, second).Concat(first.Properties()
                .Where(property => second.ContainsKey(property.Name))
                .SelectMany(property => Differences($"{path}.{property.Name}", property.Value, second[property.Name]!, hasValues, ids))),
            (JArray first, JArray second) => first.Count == second.Count
                ? first.SelectMany((item, index) => Differences($"{path}[{index}]", item, second[index], hasValues, ids))
                : [$"{path} has {second.Count} entries instead of {first.Count}"],
            _ when recorded.Type != sent.Type => [$"{path} is {sent.Type} instead of {recorded.Type}"],
            _ when hasValues && !IsSame(recorded, sent, ids) => [$"{path} is {sent} instead of {recorded}"],
            _ => [],
        };

    private static IEnumerable<string> Names(string path, JObject recorded, JObject sent)
    {
        var (first, second) = (recorded.Properties().Select(property => property.Name), sent.Properties().Select(property => property.Name));
        return first.SequenceEqual(second) ? [] : [$"{path} has the properties {string.Join(", ", second)} instead of {string.Join(", ", first)}"];
    }

    private static bool IsSame(JToken recorded, JToken sent, Dictionary<string, string> ids)
    {
        if (recorded is not JValue { Value: string text } || !text.StartsWith('{'))
            return JToken.DeepEquals(recorded, sent);
        var value = (string)sent!;
        if (text == Timestamp)
            return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out _);
        ids.TryAdd(text, value);
        return ids[text] == value;
    }
}
