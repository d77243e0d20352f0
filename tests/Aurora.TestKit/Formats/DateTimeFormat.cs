using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace Aurora.TestKit;

/// <summary>Validates times in the format of RFC 3339. The offset is required, and the date must exist.</summary>
internal sealed class DateTimeFormat : IFormatValidator
{
    public string Format => "date-time";

    public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.DateTimeExpected;

    public bool IsValid(string value, JTokenType tokenType) => tokenType == JTokenType.String && Rfc3339.Read(value) is not null;
}
