using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aurora.Spec.Tests.Growth;

/// <summary>
/// Replays the responses that a real Django server sent for the same method, path, query and JSON. It answers 501 to a request that
/// was not recorded.
/// </summary>
internal sealed class RecordedServer : IDisposable
{
    private readonly HttpServer _server;
    private readonly List<(string Request, int Status, string? Body)> _exchanges;
    private readonly Action<JsonObject> _extend;

    /// <param name="file">The recording.</param>
    /// <param name="extend">Adds properties to each video that the recorded server did not have.</param>
    public RecordedServer(string file, Action<JsonObject>? extend = null)
    {
        _extend = extend ?? (_ => { });
        _exchanges = [.. JsonNode.Parse(Filled(File.ReadAllText(file)))!.AsArray().Where(exchange => exchange!["request"]!["keys"] is null).Select(Exchange)];
        _server = new HttpServer(RespondAsync);
    }

    public Uri Address => _server.Address;

    /// <summary>Adds an exchange that was not recorded.</summary>
    public void Add(string request, string body) => _exchanges.Add((request, 200, body));

    /// <summary>Adds a list with the video of a recorded response in its final state.</summary>
    public void AddEnded(string list, string recorded)
    {
        var video = JsonNode.Parse(_exchanges.First(exchange => exchange.Request == recorded).Body!)!;
        video["status"] = "done";
        Add(list, new JsonArray(video).ToJsonString());
    }

    public void Dispose() => _server.Dispose();

    private static string Filled(string recording)
    {
        for (var id = 1; id < 10; id++)
            recording = recording.Replace($"{{id{id}}}", $"0f8fad5b-d9cb-469f-a165-70867728950{id}", StringComparison.Ordinal);
        return recording.Replace("{timestamp}", "2026-01-02T03:04:05.678901Z", StringComparison.Ordinal);
    }

    private (string Request, int Status, string? Body) Exchange(JsonNode? exchange)
    {
        var request = exchange!["request"]!;
        var response = exchange["response"]!;
        foreach (var video in response["body"] is JsonArray list ? list.OfType<JsonObject>() : [response["body"] as JsonObject ?? []])
        {
            if (video.ContainsKey("audio") && (int)response["status"]! < 300)
                _extend(video);
        }

        return (Key((string)request["method"]!, (string)request["path"]!, Canonical(request["body"])?.ToJsonString() ?? ""), (int)response["status"]!, response["body"]?.ToJsonString());
    }

    // The order of the properties does not matter.
    private static JsonNode? Canonical(JsonNode? body) => body is JsonObject properties
        ? new JsonObject(properties.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())))
        : body;

    private static string Key(string method, string path, string body) => $"{method} {path} {body}".TrimEnd();

    private async Task RespondAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var sent = await reader.ReadToEndAsync();
        var body = sent.Length == 0 ? "" : Canonical(JsonNode.Parse(sent))!.ToJsonString();
        var key = Key(context.Request.HttpMethod, Uri.UnescapeDataString(context.Request.RawUrl!), body);
        var index = _exchanges.FindIndex(exchange => exchange.Request == key);
        var (_, status, answer) = index < 0 ? ("", 501, JsonSerializer.Serialize(new { detail = "Not recorded: " + key })) : _exchanges[index];
        // A repeated request gets the next recorded response.
        if (index >= 0 && _exchanges.FindIndex(index + 1, exchange => exchange.Request == key) >= 0)
            _exchanges.RemoveAt(index);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (answer is not null && status != 204)
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        context.Response.Close();
    }
}
