using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using NSwag;

namespace Aurora.Document;

/// <summary>The vendor's document as a judge of what is sent and answered. It knows no property by name.</summary>
internal sealed class AuroraDocument
{
    private static readonly Lazy<AuroraDocument> FromOutput = new(Load);

    private readonly OpenApiDocument _document;
    private readonly RequestRules _requests;

    private AuroraDocument(OpenApiDocument document)
    {
        _document = document;
        _requests = new RequestRules(document);
    }

    /// <summary>The document as it was copied beside the test assembly, read once.</summary>
    public static AuroraDocument Current => FromOutput.Value;

    /// <summary>Every operation, with its path.</summary>
    public IEnumerable<OpenApiOperationDescription> Operations => _document.Operations;

    /// <summary>The first operation whose 200 body is a list: the one that the fake serves.</summary>
    public OpenApiOperation List => Operations.Select(operation => operation.Operation).First(operation => BodyOf(operation)?.ActualSchema.Item is not null);

    /// <summary>The schema of a 200 body of <see cref="List"/>.</summary>
    public JsonSchema Body => BodyOf(List)!;

    /// <summary>The schema of one video in that body.</summary>
    public JsonSchema Video => Body.ActualSchema.Item!.ActualSchema;

    /// <summary>The document in this text, which is JSON.</summary>
    public static AuroraDocument OfJson(string json) => new(OpenApiDocument.FromJsonAsync(json).GetAwaiter().GetResult());

    /// <summary>What is wrong with a 200 body, one line for each fault with its JSON path; empty if nothing is.</summary>
    public IReadOnlyList<string> CheckBody(string json) => StrictValidation.Faults(Parse(json), Body);

    /// <summary>What is wrong with a request; empty if nothing is.</summary>
    public IReadOnlyList<string> CheckRequest(SentRequest request) => _requests.Check(request);

    private static AuroraDocument Load()
    {
        var yaml = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi", "aurora.yaml"));
        return new AuroraDocument(OpenApiYamlDocument.FromYamlAsync(yaml).GetAwaiter().GetResult());
    }

    private static JsonSchema? BodyOf(OpenApiOperation operation) =>
        operation.ActualResponses.TryGetValue("200", out var response) && response.Content.TryGetValue("application/json", out var form) ? form.Schema : null;

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        var token = JToken.ReadFrom(reader);
        return reader.Read() ? throw new JsonReaderException("There is more after the end of the JSON value.") : token;
    }
}
