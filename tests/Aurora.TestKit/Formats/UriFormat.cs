using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace Aurora.TestKit;

/// <summary>Validates absolute URIs (RFC 3986). A path is not valid, even on machines where it could be a file path.</summary>
internal sealed class UriFormat : IFormatValidator
{
    public string Format => "uri";

    public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.UriExpected;

    public bool IsValid(string value, JTokenType tokenType) =>
        tokenType == JTokenType.String && Uri.IsWellFormedUriString(value, UriKind.Absolute);
}
