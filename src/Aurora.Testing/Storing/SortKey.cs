using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Storing;

/// <summary>
/// The sort key of a JSON value. Null and missing values come first, followed by booleans, numbers, times and other text. Times are compared
/// as UTC; text is compared by UTF-16 code units.
/// </summary>
internal readonly record struct SortKey(int Rank, double Number, long Ticks, string Text) : IComparable<SortKey>
{
    public static SortKey Of(JToken? token) => token switch
    {
        null or { Type: JTokenType.Null or JTokenType.Undefined } => new(0, 0, 0, ""),
        { Type: JTokenType.Boolean } => new(1, (bool)token ? 1 : 0, 0, ""),
        { Type: JTokenType.Integer or JTokenType.Float } => new(2, (double)token, 0, ""),
        { Type: JTokenType.String } => OfText((string)token!),
        _ => new(4, 0, 0, token.ToString()),
    };

    public int CompareTo(SortKey other)
    {
        var order = Rank.CompareTo(other.Rank);
        order = order != 0 ? order : Number.CompareTo(other.Number);
        order = order != 0 ? order : Ticks.CompareTo(other.Ticks);
        return order != 0 ? order : string.CompareOrdinal(Text, other.Text);
    }

    private static SortKey OfText(string text) =>
        LooksLikeTime(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? new(3, 0, time.UtcTicks, "")
            : new(4, 0, 0, text);

    private static bool LooksLikeTime(string text) => text.Length >= 20 && text[4] == '-' && text[7] == '-' && text[10] == 'T';
}
