namespace Aurora.Client;

/// <summary>What the document demands of one property of a request.</summary>
/// <param name="Name">The name in the document.</param>
/// <param name="Member">The name in C#.</param>
internal sealed record RequestRule(string Name, string Member)
{
    public bool IsRequired { get; init; }

    public bool MayBeNull { get; init; }

    /// <summary>Whether an empty text is not one of its choices. Any other text may be sent, because the document may be behind the API.</summary>
    public bool IsChoice { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public bool ExcludesMinimum { get; init; }

    public bool ExcludesMaximum { get; init; }

    /// <summary>The lists and dictionaries around the objects that it holds, from the outside: <c>[</c> for a list, <c>{</c> for a dictionary.</summary>
    public string Around { get; init; } = "";
}
