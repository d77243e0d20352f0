using System.Text.Json.Nodes;
using Aurora.Cli.Connections;
using Aurora.Cli.Json;

namespace Aurora.Cli.Mocks;

/// <summary>The first lines of <c>aurora mock</c>. They contain the keys only if these are the demo keys, which are not secret.</summary>
internal static class MockNotice
{
    /// <summary>Returns the address, followed by commands to try.</summary>
    public static IEnumerable<string> Lines(Mock mock, bool isDemo)
    {
        yield return $"{mock.Address}";
        if (isDemo)
            yield return $"export {ApiKeys.IdVariable}={mock.Keys.Id} {ApiKeys.KeyVariable}={mock.Keys.Key}";
        yield return $"aurora list --base-url {mock.Address}";
        // printf is built into the shell, so the process list does not show the keys.
        yield return isDemo
            ? $"curl -H 'X-API-ID: {mock.Keys.Id}' -H 'X-API-KEY: {mock.Keys.Key}' {List(mock)}"
            : $"printf 'X-API-ID: %s\\nX-API-KEY: %s\\n' \"${ApiKeys.IdVariable}\" \"${ApiKeys.KeyVariable}\" | curl -H @- {List(mock)}";
    }

    public static string Json(Mock mock, bool isDemo) => JsonText.Of(
        new JsonObject
        {
            ["event"] = "started",
            ["address"] = $"{mock.Address}",
            ["api_id"] = isDemo ? mock.Keys.Id : null,
            ["api_key"] = isDemo ? mock.Keys.Key : null,
        },
        isIndented: false);

    private static Uri List(Mock mock) => new(mock.Address, Client.AuroraApi.ListPath);
}
