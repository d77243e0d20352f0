using System.ComponentModel;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>
/// The order in which the API lists videos: one or more fields, each ascending or descending.
/// <code>AuroraOrdering.Status.ThenBy(AuroraOrdering.CreatedAt.Descending())</code>
/// The default value leaves the order to the API. <see cref="By"/> accepts any field, because the document does not list the fields that the API supports.
/// </summary>
[Newtonsoft.Json.JsonConverter(typeof(Converter))]
[System.Text.Json.Serialization.JsonConverter(typeof(JsonConverter))]
public readonly partial struct AuroraOrdering : IEquatable<AuroraOrdering>
{
    private readonly string? _text;

    private AuroraOrdering(string text) => _text = text;

    /// <summary>Orders by one field: ascending, or descending if its name starts with <c>-</c>.</summary>
    /// <param name="field">The name of the field in the document, such as <c>created_at</c>. Several names can be separated by commas.</param>
    /// <exception cref="ArgumentException"><paramref name="field"/> is null, empty or white space.</exception>
    public static AuroraOrdering By(string field)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        return new AuroraOrdering(field);
    }

    /// <summary>Returns an ordering by the same fields, all ascending.</summary>
    public AuroraOrdering Ascending() => Select(field => field);

    /// <summary>Returns an ordering by the same fields, all descending, such as <c>-created_at</c>.</summary>
    public AuroraOrdering Descending() => Select(field => "-" + field);

    /// <summary>Returns an ordering that sorts by this one first, and then by <paramref name="next"/>.</summary>
    public AuroraOrdering ThenBy(AuroraOrdering next) =>
        _text is null ? next : next._text is null ? this : new AuroraOrdering(_text + "," + next._text);

    /// <summary>Returns the value of the query parameter <c>ordering</c>, or null for the default value.</summary>
    public string? ToQuery() => _text;

    /// <inheritdoc/>
    public bool Equals(AuroraOrdering other) => string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AuroraOrdering other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _text is null ? 0 : StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>Returns whether both order by the same fields.</summary>
    public static bool operator ==(AuroraOrdering left, AuroraOrdering right) => left.Equals(right);

    /// <summary>Returns whether they order by different fields.</summary>
    public static bool operator !=(AuroraOrdering left, AuroraOrdering right) => !left.Equals(right);

    /// <summary>Returns the value of the query parameter <c>ordering</c>, or an empty string for the default value.</summary>
    public override string ToString() => _text ?? "";

    private static AuroraOrdering OfText(string text) => text.Length == 0 ? default : new(text);

    private AuroraOrdering Select(Func<string, string> write) =>
        _text is null ? this : new AuroraOrdering(string.Join(",", _text.Split(',').Select(field => write(field.Trim().TrimStart('-')))));

    /// <summary>Reads and writes <see cref="AuroraOrdering"/> with System.Text.Json, as the value of the query parameter.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class JsonConverter : System.Text.Json.Serialization.JsonConverter<AuroraOrdering>
    {
        /// <inheritdoc/>
        public override AuroraOrdering Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => OfText(JsonConversion.ReadText(ref reader));

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, AuroraOrdering value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

        /// <inheritdoc/>
        public override AuroraOrdering ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => OfText(JsonConversion.ReadText(ref reader));

        /// <inheritdoc/>
        public override void WriteAsPropertyName(Utf8JsonWriter writer, AuroraOrdering value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());
    }

    private sealed class Converter : TextValueConverter<AuroraOrdering>
    {
        protected override AuroraOrdering FromText(string text) => OfText(text);
    }
}
