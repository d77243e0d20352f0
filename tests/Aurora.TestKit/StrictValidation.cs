using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Aurora.TestKit;

/// <summary>Validates JSON with NJsonSchema, with strict format validators.</summary>
internal static class StrictValidation
{
    // The validators of NJsonSchema accept UUIDs in braces, times without an offset, and paths.
    private static readonly JsonSchemaValidatorSettings Strict = new()
    {
        FormatValidators = [new UuidFormat(), new DateTimeFormat(), new UriFormat()],
    };

    /// <summary>Returns the errors, one line each, with the JSON path.</summary>
    public static IReadOnlyList<string> Errors(JToken value, JsonSchema schema) => Errors(value, schema, _ => false);

    /// <inheritdoc cref="Errors(JToken, JsonSchema)"/>
    public static IReadOnlyList<string> Errors(JToken value, JsonSchema schema, Func<ValidationError, bool> isIgnored) =>
    [
        .. Flatten(new JsonSchemaValidator(Strict).Validate(value, schema, SchemaType.OpenApi3))
            .Where(error => !isIgnored(error)).Select(error => $"{error.Path}: {error.Kind}"),
    ];

    private static IEnumerable<ValidationError> Flatten(IEnumerable<ValidationError> errors) => errors.SelectMany(error =>
        error is ChildSchemaValidationError child ? child.Errors.Values.SelectMany(Flatten) : [error]);
}
