using Aurora.Cli.Connections;
using Aurora.Cli.Json;

namespace Aurora.Cli.Mocks;

/// <summary>Where a mock is and how it is used. The keys are shown where they are those of the demo, which are no secret.</summary>
internal static class MockNotice
{
    /// <summary>The address alone on the first line, and then command lines.</summary>
    public static IEnumerable<string> Lines(Mock mock, bool areKeysPublic)
    {
        yield return $"{mock.Address}";
        if (areKeysPublic)
            yield return $"export {ApiKeys.IdVariable}={mock.Keys.Id} {ApiKeys.KeyVariable}={mock.Keys.Key}";
        yield return $"aurora list --base-url {mock.Address}";
        // printf is part of the shell, so that the process list shows no key.
        yield return areKeysPublic
            ? $"curl -H 'X-API-ID: {mock.Keys.Id}' -H 'X-API-KEY: {mock.Keys.Key}' {List(mock)}"
            : $"printf 'X-API-ID: %s\\nX-API-KEY: %s\\n' \"${ApiKeys.IdVariable}\" \"${ApiKeys.KeyVariable}\" | curl -H @- {List(mock)}";
    }

    public static string Json(Mock mock, bool areKeysPublic) => JsonText.Of(
        json =>
        {
            json.WriteStartObject();
            json.WriteString("event", "started");
            json.WriteString("address", $"{mock.Address}");
            json.WriteString("api_id", areKeysPublic ? mock.Keys.Id : null);
            json.WriteString("api_key", areKeysPublic ? mock.Keys.Key : null);
            json.WriteEndObject();
        },
        isIndented: false);

    private static Uri List(Mock mock) => new(mock.Address, Client.AuroraApi.ListPath);
}
