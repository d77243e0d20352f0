using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Aurora.Testing.Checking;

/// <summary>Reads request bodies in the way of the parsers of Django REST framework.</summary>
internal static class BodyReader
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string MultipartForm = "multipart/form-data";
    private const int MaxDepth = 500;

    // Newtonsoft.Json accepts comments, single quotes and more, so the syntax is checked first.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth };

    /// <summary>Returns the properties that the body of a request sets.</summary>
    /// <exception cref="RejectedException">The media type is not supported, or the body is not valid.</exception>
    public static JObject Read(ApiOperation operation, ReceivedRequest request, bool isPartial)
    {
        var contentType = request.Headers.ContentType.ToString();
        var mediaType = contentType.Split(';')[0].Trim();
        var isForm = IsForm(mediaType);
        if (request.Body.Length == 0)
            return Check(operation.Bodies.Values.FirstOrDefault() ?? Schema.Any, new JObject());
        if (!operation.Bodies.TryGetValue(mediaType, out var schema))
        {
            throw new RejectedException(FakeResponse.Detail(
                HttpStatusCode.UnsupportedMediaType, $"Unsupported media type \"{contentType}\" in request."));
        }

        JToken value = isForm ? ReadForm(request, schema) : IsJson(mediaType) ? ReadJson(request.Body) : Encoding.UTF8.GetString(request.Body);
        return Check(schema, value);

        JObject Check(Schema schema, JToken value) =>
            schema.Properties.Count == 0 ? value as JObject ?? [] : ObjectCheck.Check(schema, value, isPartial, isForm).ObjectOrReject();
    }

    private static bool IsForm(string mediaType) =>
        mediaType.Equals(Form, StringComparison.OrdinalIgnoreCase) || mediaType.Equals(MultipartForm, StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(string mediaType) => mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase);

    private static JToken ReadJson(byte[] body)
    {
        try
        {
            JsonDocument.Parse(body, Strict).Dispose();
            using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(body)))
            {
                DateParseHandling = DateParseHandling.None,
                MaxDepth = MaxDepth,
            };
            return JToken.ReadFrom(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Replace });
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or Newtonsoft.Json.JsonException)
        {
            throw new RejectedException(FakeResponse.Detail(HttpStatusCode.BadRequest, $"JSON parse error - {exception.Message}"));
        }
    }

    private static JObject ReadForm(ReceivedRequest request, Schema schema)
    {
        try
        {
            var form = new FormFeature(FormRequest(request)).ReadForm();
            var values = new JObject();
            foreach (var (name, sent) in form)
                values[name] = schema.Property(name)?.Type == "array" ? new JArray(sent.Select(text => text ?? "")) : sent[^1];
            foreach (var file in form.Files)
                values[file.Name] = new JValue(Upload(file));
            return values;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            throw new RejectedException(FakeResponse.Detail(HttpStatusCode.BadRequest, $"Multipart form parse error - {exception.Message}"));
        }
    }

    // A URL stands for the file, as in the responses of the API.
    private static Uri Upload(IFormFile file) => new($"{MediaUrls.PlaceholderHost}uploads/{Uri.EscapeDataString(file.FileName)}");

    private static HttpRequest FormRequest(ReceivedRequest request)
    {
        var http = new DefaultHttpContext().Request;
        http.ContentType = request.Headers[HeaderNames.ContentType];
        http.Body = new MemoryStream(request.Body);
        return http;
    }
}
