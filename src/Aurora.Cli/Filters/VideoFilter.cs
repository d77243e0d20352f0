using System.IO.Enumeration;

namespace Aurora.Cli.Filters;

/// <summary>Filters videos after they were received, because the only filter of the API is <c>ids</c>.</summary>
/// <param name="Statuses">The accepted statuses. If empty, all statuses are accepted.</param>
/// <param name="Name">A part of the name, a pattern with <c>*</c> and <c>?</c> for the whole name, or null. Case is ignored.</param>
internal sealed record VideoFilter(IReadOnlyCollection<AuroraStatus> Statuses, DateTimeOffset? Since, string? Name)
{
    public static VideoFilter None { get; } = new([], null, null);

    public bool IsEmpty => Statuses.Count == 0 && Since is null && Name is null;

    public bool Matches(AuroraFlow video) =>
        (Statuses.Count == 0 || Statuses.Contains(video.Status))
        && (Since is null || video.CreatedAt >= Since)
        && (Name is null || HasName(video.Name ?? "", Name));

    private static bool HasName(string name, string pattern) => pattern.AsSpan().ContainsAny('*', '?')
        ? FileSystemName.MatchesSimpleExpression(pattern, name) || (name.Length == 0 && pattern.All(character => character == '*'))
        : name.Contains(pattern, StringComparison.OrdinalIgnoreCase);
}
