using System.Globalization;

namespace Aurora.Spec.Releases;

/// <summary>What is released.</summary>
/// <param name="Id">Its hash.</param>
/// <param name="Time">When it was made, in seconds since 1970, as text. The files in the packages have it, so that packing again gives the same bytes.</param>
internal sealed record Commit(string Id, string Time)
{
    /// <summary>Reads <c>git rev-list --timestamp</c>.</summary>
    public static Commit Parse(string line) => line.Trim().Split(' ') is [var time, var id] && long.TryParse(time, CultureInfo.InvariantCulture, out _)
        ? new Commit(id, time)
        : throw new SpecException($"git says what is no commit: {line.Trim()}", "Run it again; if it says so again, see what git rev-list --max-count=1 --timestamp HEAD prints.");
}
