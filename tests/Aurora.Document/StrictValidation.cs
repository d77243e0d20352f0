using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Aurora.Document;

/// <summary>NJsonSchema's validation with the formats as their RFCs have them.</summary>
internal static class StrictValidation
{
    // NJsonSchema's own validators let a UUID in braces, a date without zone and a path pass as the format.
    private static readonly JsonSchemaValidatorSettings Strict = new()
    {
        FormatValidators = [new UuidFormat(), new DateTimeFormat(), new UriFormat()],
    };

    /// <summary>One line for each fault, with its JSON path.</summary>
    public static IReadOnlyList<string> Faults(JToken value, JsonSchema schema) =>
        [.. Flat(new JsonSchemaValidator(Strict).Validate(value, schema, SchemaType.OpenApi3))];

    private static IEnumerable<string> Flat(IEnumerable<ValidationError> errors) => errors.SelectMany(error =>
        error is ChildSchemaValidationError child ? child.Errors.Values.SelectMany(Flat) : [$"{error.Path}: {error.Kind}"]);
}
