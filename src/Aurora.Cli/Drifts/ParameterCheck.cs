using System.Globalization;
using Aurora.Client;

namespace Aurora.Cli.Drifts;

/// <summary>Whether the API still understands <c>ids</c> and <c>ordering</c>.</summary>
internal static class ParameterCheck
{
    private const string Ids = "ids";
    private const string Ordering = "ordering";

    public static string Describe(VideoSample sample) => string.Create(
        CultureInfo.InvariantCulture, $"GET {AuroraApi.ListPath}?{Ids}=({sample.Ids.Count})&{Ordering}={sample.Ordering}");

    public static async Task<IReadOnlyList<DriftRow>> RunAsync(AuroraClient client, VideoSample sample, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.ListAsync(sample.Ids, sample.Ordering, cancellationToken);
            return [.. Departures(sample.Ids, [.. answer.Select(video => video.Id)]).OfType<DriftRow>()];
        }
        catch (AuroraApiException refused) when (refused.Kind is AuroraErrorKind.InvalidRequest or AuroraErrorKind.NotFound)
        {
            return [Refusal(refused)];
        }
    }

    private static DriftRow Refusal(AuroraApiException refused)
    {
        var named = new[] { Ids, Ordering }.Where(refused.FieldErrors.ContainsKey).ToArray();
        // A success came before, so that it takes a parameter to be refused.
        return Departure(named.Length == 1 ? named[0] : $"{Ids}&{Ordering}", $"refused: {(int)refused.StatusCode!}");
    }

    private static IEnumerable<DriftRow?> Departures(IReadOnlyList<Guid> asked, List<Guid> answered)
    {
        var missing = asked.Count(id => !answered.Contains(id));
        var others = answered.Count - (asked.Count - missing);
        var faults = new[] { (Count: missing, Fault: "left out"), (Count: others, Fault: "too many") }.Where(pair => pair.Count > 0).ToList();
        yield return faults.Count == 0 ? null : Departure(Ids, string.Join(", ", faults.Select(pair => $"{pair.Count} {pair.Fault}")));
        var isReversed = missing == 0 && asked.Count > 1 && answered.IndexOf(asked[0]) < answered.IndexOf(asked[1]);
        yield return isReversed ? Departure(Ordering, "ignored") : null;
    }

    private static DriftRow Departure(string parameters, string example) =>
        new(DriftKind.Parameter, $"?{parameters}", Count: 1, Videos: null, example);
}
