using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NSwag;

namespace Aurora.Testing.Tests.Growth;

/// <summary>Calls an operation with the values of a video in the account, and validates the response against the document.</summary>
internal static class SampleCall
{
    public static async Task<IReadOnlyList<string>> SendAsync(HttpClient http, AuroraServer server, OpenApiOperationDescription described)
    {
        var video = server.Videos.First();
        var path = described.Path.Replace("{id}", (string)video["id"]!, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(described.Method.ToUpperInvariant()), new Uri(path, UriKind.Relative));
        if (described.Operation.RequestBody is { } body)
            request.Content = Content(body, video);

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!described.Operation.ActualResponses.TryGetValue($"{(int)response.StatusCode}", out var documented))
            return [$"The status {(int)response.StatusCode} is not in the document. {text}"];
        if (documented.Content.Count == 0)
            return text.Length == 0 ? [] : ["The response has a body."];
        if (!documented.Content.TryGetValue(response.Content.Headers.ContentType?.MediaType ?? "", out var media))
            return [$"The content type {response.Content.Headers.ContentType} is not in the document."];
        return media.Schema.Format == JsonFormatStrings.Binary ? [] : StrictValidation.Errors(Parse(text), media.Schema);
    }

    private static HttpContent Content(OpenApiRequestBody body, JObject video)
    {
        if (!body.Content.TryGetValue("application/json", out var json))
        {
            var file = body.Content.Values.First().Schema.ActualSchema.RequiredProperties.First();
            return new MultipartFormDataContent { { new ByteArrayContent([1]), file, "file" } };
        }

        var names = json.Schema.ActualSchema.ActualProperties.Where(property => !property.Value.IsReadOnly).Select(property => property.Key);
        var values = new JObject(names.Where(video.ContainsKey).Select(name => new JProperty(name, video[name])));
        return new StringContent(values.ToString(Formatting.None), Encoding.UTF8, "application/json");
    }

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
