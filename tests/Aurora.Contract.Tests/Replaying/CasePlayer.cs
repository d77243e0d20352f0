using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aurora.Client;
using Aurora.Spec.Documents;
using Aurora.Testing.Serving;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Lets one answer be read by one method after another.</summary>
internal sealed class CasePlayer(SpecDocument document, ReplayStage stage, ReplayCase replayed, ISet<string> accounted)
{
    // Methods that ask by id get what is small and as the document has it; the readers behind them are the same.
    private const int MostAskedById = 20;

    private readonly ValueComparison _values = new(document, accounted);
    private readonly ExpectedDrift _drift = new(document);

    public async Task<IReadOnlyList<ReplayFailure>> PlayAsync(ClientRoute route)
    {
        stage.Server.Answer = _ => new Answer((HttpStatusCode)replayed.Response.Status, Encoding.UTF8.GetBytes(replayed.Body ?? ""));
        accounted.Add(replayed.Response.Pointer);
        try
        {
            return !replayed.Response.IsSuccess ? await RefusedAsync(route, exception => (int?)exception.StatusCode == replayed.Response.Status)
                : !replayed.IsReadable ? await RefusedAsync(route, exception => exception.Kind == AuroraErrorKind.UnreadableResponse)
                : await ReadAsync(route);
        }
        catch (Exception exception) when (exception is AuroraApiException or ArgumentException)
        {
            return [new ReplayFailure(replayed.Place, $"{exception.GetType().Name}: {exception.Message}")];
        }
        finally
        {
            _ = stage.TakeDrifts();
        }
    }

    private async Task<IReadOnlyList<ReplayFailure>> RefusedAsync(ClientRoute route, Func<AuroraApiException, bool> isRight)
    {
        try
        {
            await route.Method.CallAsync(stage.Client, route.Arguments([]), all: true);
            return [new ReplayFailure(replayed.Place, "It is read, and not refused.")];
        }
        catch (AuroraApiException exception) when (isRight(exception))
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<ReplayFailure>> ReadAsync(ClientRoute route)
    {
        if (replayed.Response.Body is not { } body || route.Method.ResultType is null)
        {
            await route.Method.CallAsync(stage.Client, route.Arguments([]), all: true);
            return [];
        }

        var drift = _drift.Of(body, replayed.Sent);
        if (route.Chooses)
            return drift.Count == 0 && replayed.Sent is JsonArray { Count: <= MostAskedById } items ? await ChooseAsync(route, body, items) : [];
        var read = await route.Method.CallAsync(stage.Client, route.Arguments([]), all: true);
        string[] told = [.. stage.TakeDrifts().Select(one => ExpectedDrift.Told(one.Kind, one.Path)).Order(StringComparer.Ordinal)];
        return [.. CompareDrift(body, drift, told), .. _values.Compare(body, replayed.Sent, read, null, "$")];
    }

    private async Task<IReadOnlyList<ReplayFailure>> ChooseAsync(ClientRoute route, Schema body, JsonArray items)
    {
        if (ReferenceEquals(route.Reads(replayed.Response, body), body))
            return [.. _values.Compare(body, items, await route.Method.CallAsync(stage.Client, route.Arguments([.. Uuids(items)]), all: true), null, "$")];
        var found = new List<object>();
        foreach (var id in Uuids(items.FirstOrDefault()))
        {
            if (await route.Method.CallAsync(stage.Client, route.Arguments([id]), all: true) is { } one)
                found.Add(one);
        }

        return found.Count != Math.Min(items.Count, 1)
            ? [new ReplayFailure(replayed.Place, $"It is found by {found.Count} of its UUIDs.")]
            : [.. found.SelectMany(one => _values.Compare(replayed.Response.Items!, items[0], one, null, "$"))];
    }

    private IEnumerable<ReplayFailure> CompareDrift(Schema body, IReadOnlyList<string> expected, IReadOnlyList<string> told)
    {
        if (expected.SequenceEqual(told))
            yield break;
        foreach (var one in Beyond(expected, told))
            yield return new ReplayFailure(Place(body, one), $"The drift '{one}' is not told.");
        foreach (var one in Beyond(told, expected))
            yield return new ReplayFailure(Place(body, one), $"The drift '{one}' is told, and the document allows what was sent.");
    }

    private static IEnumerable<string> Beyond(IEnumerable<string> some, IEnumerable<string> others)
    {
        var left = others.ToLookup(one => one).ToDictionary(same => same.Key, same => same.Count());
        return some.GroupBy(one => one).Where(same => same.Count() > left.GetValueOrDefault(same.Key)).Select(same => same.Key);
    }

    private string Place(Schema body, string drift) => _drift.PlaceOf(body, drift[(drift.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    private static IEnumerable<Guid> Uuids(JsonNode? json) => (json switch
    {
        JsonObject members => members.SelectMany(member => Uuids(member.Value)),
        JsonArray items => items.SelectMany(Uuids),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && Guid.TryParseExact(value.GetValue<string>(), "D", out var id) => [id],
        _ => [],
    }).Distinct();
}
