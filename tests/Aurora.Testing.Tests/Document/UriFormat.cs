using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace Aurora.Document;

/// <summary>RFC 3986, absolute: with a scheme, so that no path on a Unix machine passes as a file URL.</summary>
internal sealed partial class UriFormat : IFormatValidator
{
    public string Format => "uri";

    public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.UriExpected;

    public bool IsValid(string value, JTokenType tokenType) =>
        tokenType == JTokenType.String && Scheme().IsMatch(value) && Uri.IsWellFormedUriString(value, UriKind.Absolute);

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.-]*:")]
    private static partial Regex Scheme();
}
