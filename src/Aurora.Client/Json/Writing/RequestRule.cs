namespace Aurora.Client;

/// <summary>The requirements of the document for one property of a request.</summary>
/// <param name="Name">The name in the document.</param>
/// <param name="Member">The name in C#.</param>
internal sealed record RequestRule(string Name, string Member)
{
    public bool IsRequired { get; init; }

    public bool MayBeNull { get; init; }

    /// <summary>Whether the property is an enum without an empty value. Any other text is sent, because the document can be older than the API.</summary>
    public bool IsChoice { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public bool ExcludesMinimum { get; init; }

    public bool ExcludesMaximum { get; init; }

    /// <summary>The lists and dictionaries that contain its objects, the outermost first: <c>[</c> for a list, <c>{</c> for a dictionary.</summary>
    public string Around { get; init; } = "";
}
