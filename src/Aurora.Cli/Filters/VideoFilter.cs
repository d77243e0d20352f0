using System.IO.Enumeration;
using Aurora.Client;

namespace Aurora.Cli.Filters;

/// <summary>Which of the videos that came are wanted. The API itself knows no filter but <c>ids</c>.</summary>
/// <param name="Statuses">One of these, or any if there is none.</param>
/// <param name="Since">Created then or later, or null.</param>
/// <param name="Name">A part of the name, or a pattern with <c>*</c> and <c>?</c> for all of it, or null. Case does not count.</param>
internal sealed record VideoFilter(IReadOnlyCollection<AuroraStatus> Statuses, DateTimeOffset? Since, string? Name)
{
    public static VideoFilter None { get; } = new([], null, null);

    public bool IsNone => Statuses.Count == 0 && Since is null && Name is null;

    public bool Matches(AuroraFlow video) =>
        (Statuses.Count == 0 || Statuses.Contains(video.Status))
        && (Since is null || video.CreatedAt >= Since)
        && (Name is null || IsNamed(video.Name ?? "", Name));

    private static bool IsNamed(string name, string pattern) => pattern.AsSpan().ContainsAny('*', '?')
        ? FileSystemName.MatchesSimpleExpression(pattern, name) || (name.Length == 0 && pattern.All(character => character == '*'))
        : name.Contains(pattern, StringComparison.OrdinalIgnoreCase);
}
