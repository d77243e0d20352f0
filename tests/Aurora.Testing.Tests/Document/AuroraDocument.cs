using Aurora.Client;
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

    // NJsonSchema's own validators let a UUID in braces, a date without zone and a path pass as the format.
    private static readonly JsonSchemaValidatorSettings Strict = new()
    {
        FormatValidators = [new UuidFormat(), new DateTimeFormat(), new UriFormat()],
    };

    private readonly OpenApiDocument _document;

    private AuroraDocument(OpenApiDocument document) => _document = document;

    /// <summary>The document as it was copied beside the test assembly, read once.</summary>
    public static AuroraDocument Current => FromOutput.Value;

    /// <summary>The operation <c>aurora_list</c>.</summary>
    public OpenApiOperation List => _document.Paths[AuroraApi.ListPath][OpenApiOperationMethod.Get];

    /// <summary>Every operation, with its path.</summary>
    public IEnumerable<OpenApiOperationDescription> Operations => _document.Operations;

    /// <summary>The headers that <see cref="List"/> asks for.</summary>
    public IEnumerable<string> SecurityHeaders =>
        List.ActualSecurity.SelectMany(scheme => scheme.Keys).Select(scheme => _document.Components.SecuritySchemes[scheme].Name);

    /// <summary>The schema of a 200 body of <see cref="List"/>.</summary>
    public JsonSchema Body => List.ActualResponses["200"].Content["application/json"].Schema;

    /// <summary>The schema of one video in that body.</summary>
    public JsonSchema Video => Body.ActualSchema.Item!.ActualSchema;

    /// <summary>What is wrong with a 200 body, one line for each fault with its JSON path; empty if nothing is.</summary>
    public IReadOnlyList<string> CheckBody(string json) =>
        Faults(new JsonSchemaValidator(Strict).Validate(Parse(json), Body, SchemaType.OpenApi3));

    /// <summary>What is wrong with a call of <see cref="List"/>: unknown query parameters and missing key headers.</summary>
    public IReadOnlyList<string> CheckCall(IEnumerable<string> queryNames, Func<string, bool> hasHeader) =>
    [
        .. queryNames.Except(List.ActualParameters.Select(parameter => parameter.Name)).Select(name => $"unknown query parameter {name}"),
        .. SecurityHeaders.Where(header => !hasHeader(header)).Select(header => $"missing header {header}"),
    ];

    private static AuroraDocument Load()
    {
        var yaml = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi", "aurora.yaml"));
        return new AuroraDocument(OpenApiYamlDocument.FromYamlAsync(yaml).GetAwaiter().GetResult());
    }

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        var token = JToken.ReadFrom(reader);
        return reader.Read() ? throw new JsonReaderException("There is more after the end of the JSON value.") : token;
    }

    private static List<string> Faults(IEnumerable<ValidationError> errors) =>
    [
        .. errors.SelectMany(error => error is ChildSchemaValidationError child
            ? child.Errors.Values.SelectMany(Faults)
            : [$"{error.Path}: {error.Kind}"]),
    ];
}
