using System.Numerics;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using NSwag;

namespace Aurora.TestKit;

/// <summary>Validates requests and responses against the vendor's document, without knowing any property by name.</summary>
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

    /// <summary>Gets the document that was copied to the output folder of the tests.</summary>
    public static AuroraDocument Current => FromOutput.Value;

    /// <summary>Gets all operations with their paths.</summary>
    public IEnumerable<OpenApiOperationDescription> Operations => _document.Operations;

    /// <summary>Gets the first operation whose 200 body is a list. This is the operation that the fake supports.</summary>
    public OpenApiOperation List =>
        Operations.Select(operation => operation.Operation).First(operation => BodyOf(operation)?.ActualSchema.Item is not null);

    /// <summary>Gets the schema of the 200 body of <see cref="List"/>.</summary>
    public JsonSchema Body => BodyOf(List)!;

    /// <summary>Gets the schema of one video in that body.</summary>
    public JsonSchema Video => Body.ActualSchema.Item!.ActualSchema;

    /// <summary>Parses a document in YAML or JSON.</summary>
    public static AuroraDocument Parse(string text) => new((text.TrimStart().StartsWith('{')
        ? OpenApiDocument.FromJsonAsync(text)
        : OpenApiYamlDocument.FromYamlAsync(text)).GetAwaiter().GetResult());

    /// <summary>Parses JSON without converting text to times.</summary>
    public static JToken ParseJson(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        var token = JToken.ReadFrom(reader);
        foreach (var value in (token as JContainer)?.Descendants().OfType<JValue>() ?? [])
            value.Value = ForValidator(value.Value);
        return reader.Read() ? throw new JsonReaderException("The JSON value is followed by additional text.") : token;
    }

    /// <summary>Returns the errors in a 200 body, one line each, with the JSON path.</summary>
    public IReadOnlyList<string> CheckBody(string json) => StrictValidation.Errors(ParseJson(json), Body);

    /// <summary>Returns the errors in a request.</summary>
    public IReadOnlyList<string> CheckRequest(SentRequest request) => _requests.Check(request);

    /// <summary>Returns the errors in the body of a request, one line each, with the JSON path.</summary>
    public IReadOnlyList<string> CheckRequestBody(SentRequest request) => _requests.CheckBody(request);

    private static AuroraDocument Load() => Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi", "aurora.yaml")));

    private static JsonSchema? BodyOf(OpenApiOperation operation) =>
        operation.ActualResponses.TryGetValue("200", out var response) && response.Content.TryGetValue("application/json", out var mediaType)
            ? mediaType.Schema
            : null;

    // The validator cannot convert integers of more than 64 bits, and counts a character that is two chars as two.
    private static object? ForValidator(object? value) => value switch
    {
        BigInteger number => (double)number,
        string text when text.Any(char.IsSurrogate) => string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp ? rune : Rune.ReplacementChar)),
        _ => value,
    };
}
