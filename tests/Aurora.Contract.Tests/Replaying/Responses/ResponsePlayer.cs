using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aurora.Client;
using Aurora.Spec.Documents;
using Aurora.Testing.Serving;

namespace Aurora.Contract.Tests.Replaying.Responses;

/// <summary>Replays one response to the methods of the client.</summary>
internal sealed class ResponsePlayer(ReplaySession session, ResponseCase replayed, ISet<string> accounted)
{
    // Methods that select by ID use the same readers, so they are tested only with small, valid responses.
    private const int MaxSelectedItems = 20;

    private readonly ValueComparison _values = new(accounted);

    public async Task<IReadOnlyList<ReplayFailure>> PlayAsync(ClientRoute route)
    {
        session.Server.Respond = _ => new FakeResponse((HttpStatusCode)replayed.Response.Status, Encoding.UTF8.GetBytes(replayed.Body ?? ""));
        accounted.Add(replayed.Response.Pointer);
        // An error has no generated type. Its text is read in any form.
        if (replayed.Response is { IsSuccess: false, Body: { } error })
            accounted.UnionWith(ReplayInventory.SchemasOf(error, replayed.Sent));
        try
        {
            return !replayed.Response.IsSuccess ? await ExpectErrorAsync(route, exception => (int?)exception.StatusCode == replayed.Response.Status)
                : !replayed.IsReadable ? await ExpectErrorAsync(route, exception => exception.Kind == AuroraErrorKind.UnreadableResponse)
                : await ReadAsync(route);
        }
        catch (Exception exception) when (exception is AuroraApiException or ArgumentException)
        {
            return [new ReplayFailure(replayed.Place, $"{exception.GetType().Name}: {exception.Message}")];
        }
        finally
        {
            _ = session.TakeDrifts();
        }
    }

    private async Task<IReadOnlyList<ReplayFailure>> ExpectErrorAsync(ClientRoute route, Func<AuroraApiException, bool> isExpected)
    {
        try
        {
            await route.Method.CallAsync(session.Client, route.Arguments([]), all: true);
            return [new ReplayFailure(replayed.Place, "The method did not throw.")];
        }
        catch (AuroraApiException exception) when (isExpected(exception))
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<ReplayFailure>> ReadAsync(ClientRoute route)
    {
        if (replayed.Response.Body is not { } body || route.Method.ResultType is null)
        {
            await route.Method.CallAsync(session.Client, route.Arguments([]), all: true);
            return [];
        }

        var drift = ExpectedDrift.Of(body, replayed.Sent);
        if (route.SelectsById)
            return drift.Count == 0 && replayed.Sent is JsonArray { Count: <= MaxSelectedItems } items ? await SelectAsync(route, body, items) : [];
        var read = await route.Method.CallAsync(session.Client, route.Arguments([]), all: true);
        string[] reported = [.. session.TakeDrifts().Select(one => ExpectedDrift.Format(one.Kind, one.Path)).Order(StringComparer.Ordinal)];
        return [.. CompareDrift(body, drift, reported), .. _values.Compare(body, replayed.Sent, read, null, "$")];
    }

    private async Task<IReadOnlyList<ReplayFailure>> SelectAsync(ClientRoute route, Schema body, JsonArray items)
    {
        if (ReferenceEquals(route.ResultSchema(replayed.Response, body), body))
        {
            var read = await route.Method.CallAsync(session.Client, route.Arguments([.. Uuids(items)]), all: true);
            return [.. _values.Compare(body, items, read, null, "$")];
        }

        var found = new List<object>();
        foreach (var id in Uuids(items.FirstOrDefault()))
        {
            if (await route.Method.CallAsync(session.Client, route.Arguments([id]), all: true) is { } one)
                found.Add(one);
        }

        return found.Count != Math.Min(items.Count, 1)
            ? [new ReplayFailure(replayed.Place, $"The first item was found by {found.Count} of its UUIDs, but must be found by exactly one.")]
            : [.. found.SelectMany(one => _values.Compare(replayed.Response.Items!, items[0], one, null, "$"))];
    }

    private static IEnumerable<ReplayFailure> CompareDrift(Schema body, IReadOnlyList<string> expected, IReadOnlyList<string> reported)
    {
        if (expected.SequenceEqual(reported))
            yield break;
        foreach (var drift in Except(expected, reported))
            yield return new ReplayFailure(Place(body, drift), $"The drift '{drift}' was not reported.");
        foreach (var drift in Except(reported, expected))
            yield return new ReplayFailure(Place(body, drift), $"The drift '{drift}' was reported, but the value is valid against the document.");
    }

    // Unlike Enumerable.Except, this compares how often each text occurs.
    private static IEnumerable<string> Except(IEnumerable<string> first, IEnumerable<string> second)
    {
        var counts = second.ToLookup(text => text).ToDictionary(group => group.Key, group => group.Count());
        return first.GroupBy(text => text).Where(group => group.Count() > counts.GetValueOrDefault(group.Key)).Select(group => group.Key);
    }

    private static string Place(Schema body, string drift) => ExpectedDrift.PlaceOf(body, drift[(drift.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    private static IEnumerable<Guid> Uuids(JsonNode? json) => (json switch
    {
        JsonObject members => members.SelectMany(member => Uuids(member.Value)),
        JsonArray items => items.SelectMany(Uuids),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && Guid.TryParseExact(value.GetValue<string>(), "D", out var id) => [id],
        _ => [],
    }).Distinct();
}
