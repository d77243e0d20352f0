using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace Aurora.Document;

/// <summary>RFC 3986, absolute: with a scheme. A path is none, not even on a machine where it could be a file's.</summary>
internal sealed class UriFormat : IFormatValidator
{
    public string Format => "uri";

    public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.UriExpected;

    public bool IsValid(string value, JTokenType tokenType) =>
        tokenType == JTokenType.String && Uri.IsWellFormedUriString(value, UriKind.Absolute);
}
