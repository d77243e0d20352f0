using System.Net.Http.Headers;
using System.Text;
using Aurora.Client;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Tests.Growth;

/// <summary>A recorded request to a Django server, and its response.</summary>
/// <param name="json">The record. Names in braces, such as <c>{id1}</c>, stand for values that differ from server to server.</param>
internal sealed class Exchange(JObject json)
{
    private readonly JObject _request = (JObject)json["request"]!;
    private readonly JObject _response = (JObject)json["response"]!;

    public string Name { get; } = (string)json["name"]!;

    public JToken ExpectedBody => _response["body"]!;

    public static IReadOnlyList<Exchange> ReadAll()
    {
        using var reader = new JsonTextReader(new StringReader(GrowthDocument.ReadRecording())) { DateParseHandling = DateParseHandling.None };
        return [.. JArray.Load(reader).Cast<JObject>().Select(exchange => new Exchange(exchange))];
    }

    /// <summary>Sends the request. Returns the differences between the response and the recorded one.</summary>
    public async Task<IReadOnlyList<string>> PlayAsync(HttpClient http, AuroraServer server, Dictionary<string, string> ids)
    {
        using var request = Request(server, ids);
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        if ((int)response.StatusCode != (int)_response["status"]!)
            return [$"{Name}: status {(int)response.StatusCode} instead of {_response["status"]}: {body}"];
        return [.. Headers(response).Concat(Body(response, body, ids)).Select(difference => $"{Name}: {difference}")];
    }

    private HttpRequestMessage Request(AuroraServer server, Dictionary<string, string> ids)
    {
        var path = ids.Aggregate((string)_request["path"]!, (text, id) => text.Replace(id.Key, id.Value, StringComparison.Ordinal));
        var request = new HttpRequestMessage(new HttpMethod((string)_request["method"]!), new Uri(server.BaseAddress, path));
        if ((bool?)_request["keys"] ?? true)
        {
            request.Headers.Add(AuroraApi.IdHeader, server.ApiId);
            request.Headers.Add(AuroraApi.KeyHeader, server.ApiKey);
        }

        foreach (var (name, value) in _request["headers"] as JObject ?? [])
            request.Headers.Add(name, (string?)value == "id-1" ? server.ApiId : (string?)value);
        if ((_request["raw"] ?? _request["body"]) is { } sent)
        {
            var text = _request["raw"] is null ? sent.ToString(Formatting.None) : (string)sent!;
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse((string?)_request["contentType"] ?? "application/json");
        }

        return request;
    }

    private IEnumerable<string> Headers(HttpResponseMessage response)
    {
        foreach (var (name, value) in (JObject)_response["headers"]!)
        {
            var values = response.Headers.Concat(response.Content.Headers).Where(header => header.Key == name).SelectMany(header => header.Value);
            var sent = string.Join(", ", values);
            if (sent != (string?)value)
                yield return $"the header {name} is '{sent}' instead of '{value}'";
        }
    }

    private IEnumerable<string> Body(HttpResponseMessage response, string body, Dictionary<string, string> ids)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
            return ExpectedBody.Type == JTokenType.Null && body.Length > 0 ? [$"the body is '{body}'"] : [];
        using var reader = new JsonTextReader(new StringReader(body)) { DateParseHandling = DateParseHandling.None };
        return BodyComparison.Differences("$", ExpectedBody, JToken.ReadFrom(reader), response.IsSuccessStatusCode, ids);
    }
}
