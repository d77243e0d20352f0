using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace Aurora.TestKit;

/// <summary>Validates UUIDs in the form of RFC 9562: hexadecimal digits in groups of 8-4-4-4-12, without braces.</summary>
internal sealed partial class UuidFormat : IFormatValidator
{
    public string Format => "uuid";

    public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.UuidExpected;

    public bool IsValid(string value, JTokenType tokenType) => tokenType == JTokenType.String && Form().IsMatch(value);

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z")]
    private static partial Regex Form();
}
