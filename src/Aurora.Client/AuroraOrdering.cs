namespace Aurora.Client;

/// <summary>
/// In which order the API lists videos: the document's field names, each ascending or descending, joined.
/// <code>AuroraOrdering.Status.ThenBy(AuroraOrdering.CreatedAt.Descending())</code>
/// The default value leaves the order to the API. Any text converts, since the document does not list what the API accepts.
/// </summary>
public readonly partial struct AuroraOrdering : IEquatable<AuroraOrdering>
{
    private readonly string? _text;

    private AuroraOrdering(string text) => _text = text;

    /// <summary>Orders by one field, ascending, or descending where the name begins with <c>-</c>.</summary>
    /// <exception cref="ArgumentException"><paramref name="field"/> is null or blank.</exception>
    public static AuroraOrdering By(string field)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        return new AuroraOrdering(field);
    }

    /// <summary>The text as the API takes it.</summary>
    /// <exception cref="ArgumentException"><paramref name="text"/> is null or blank.</exception>
    public static implicit operator AuroraOrdering(string text) => By(text);

    /// <summary>The same fields, each from the smallest to the largest.</summary>
    public AuroraOrdering Ascending() => Select(field => field);

    /// <summary>The same fields, each from the largest to the smallest: <c>-created_at</c>.</summary>
    public AuroraOrdering Descending() => Select(field => "-" + field);

    /// <summary>Orders what is equal so far by <paramref name="next"/>.</summary>
    public AuroraOrdering ThenBy(AuroraOrdering next) =>
        _text is null ? next : next._text is null ? this : new AuroraOrdering(_text + "," + next._text);

    /// <summary>The text for the parameter <c>ordering</c>, or null for the default value.</summary>
    public string? ToQuery() => _text;

    /// <inheritdoc/>
    public bool Equals(AuroraOrdering other) => string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AuroraOrdering other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _text is null ? 0 : StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>Whether both order by the same fields.</summary>
    public static bool operator ==(AuroraOrdering left, AuroraOrdering right) => left.Equals(right);

    /// <summary>Whether they order differently.</summary>
    public static bool operator !=(AuroraOrdering left, AuroraOrdering right) => !left.Equals(right);

    /// <summary>The text as the API takes it; empty for the default value.</summary>
    public override string ToString() => _text ?? "";

    private AuroraOrdering Select(Func<string, string> write) =>
        _text is null ? this : new AuroraOrdering(string.Join(",", _text.Split(',').Select(field => write(field.Trim().TrimStart('-')))));
}
