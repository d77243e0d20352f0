using System.Numerics;

namespace Aurora.Testing.Checking;

/// <summary>Checks numbers and integers.</summary>
internal static partial class NumberCheck
{
    private const int MaxLength = 1000;
    private const string TooLong = "String value too large.";

    public static Checked Number(Schema schema, JToken value)
    {
        var text = value switch
        {
            JValue { Value: bool flag } => flag ? "1" : "0",
            JValue => Python.TextOf(value),
            _ => "",
        };
        if (text.Length > MaxLength)
            return Checked.Invalid(TooLong);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? Checked.Of(number, Limits(schema, number))
            : Checked.Invalid("A valid number is required.");
    }

    public static Checked Integer(Schema schema, JToken value)
    {
        var text = value is JValue ? Python.TextOf(value) : "";
        if (text.Length > MaxLength)
            return Checked.Invalid(TooLong);
        if (!WholeNumber().IsMatch(text))
            return Checked.Invalid("A valid integer is required.");
        var number = BigInteger.Parse(text.Split('.')[0], NumberStyles.Integer, CultureInfo.InvariantCulture);
        var token = number >= long.MinValue && number <= long.MaxValue ? new JValue((long)number) : new JValue(number);
        return Checked.Of(token, Limits(schema, (double)number));
    }

    private static List<string> Limits(Schema schema, double number)
    {
        List<string> errors = [];
        if (schema.Maximum is { } maximum && (schema.IsMaximumExclusive ? number >= maximum : number > maximum))
            errors.Add($"Ensure this value is less than {(schema.IsMaximumExclusive ? "" : "or equal to ")}{Text(schema, maximum)}.");
        if (schema.Minimum is { } minimum && (schema.IsMinimumExclusive ? number <= minimum : number < minimum))
            errors.Add($"Ensure this value is greater than {(schema.IsMinimumExclusive ? "" : "or equal to ")}{Text(schema, minimum)}.");
        return errors;
    }

    private static string Text(Schema schema, double limit) =>
        schema.Type == "integer" ? limit.ToString("0", CultureInfo.InvariantCulture) : Python.TextOf(limit);

    [GeneratedRegex(@"\A\s*[+-]?[0-9]+(\.0*)?\s*\z")]
    private static partial Regex WholeNumber();
}
