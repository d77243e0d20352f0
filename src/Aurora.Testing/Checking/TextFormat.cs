using System.Net.Sockets;

namespace Aurora.Testing.Checking;

/// <summary>A format of texts.</summary>
/// <param name="IsText">Whether the format belongs to a text field, which also checks the length. Otherwise, Django has a separate field for it.</param>
/// <param name="Message">The error for a text that does not have the format.</param>
/// <param name="Convert">Returns the text as the API returns it, or null if it does not have the format.</param>
internal sealed partial record TextFormat(bool IsText, string Message, Func<string, string?> Convert)
{
    private static readonly string[] TimeForms = ["H:m", "H:m:s", "H:m:s.FFFFFF"];

    private static readonly Dictionary<string, TextFormat> All = new()
    {
        ["uri"] = new(true, "Enter a valid URL.", text => DjangoUrl.IsValid(text) ? text : null),
        ["email"] = new(true, "Enter a valid email address.", text => Email().IsMatch(text) ? text : null),
        ["ipv4"] = new(true, "Enter a valid IPv4 address.", text => Address(text, AddressFamily.InterNetwork)),
        ["ipv6"] = new(true, "Enter a valid IPv6 address.", text => Address(text, AddressFamily.InterNetworkV6)),
        ["uuid"] = new(false, "Must be a valid UUID.", text => Python.TryUuid(text, out var uuid) ? uuid.ToString("D") : null),
        ["date"] = new(false, "Date has wrong format. Use one of these formats instead: YYYY-MM-DD.", Date),
        ["time"] = new(false, "Time has wrong format. Use one of these formats instead: hh:mm[:ss[.uuuuuu]].", Time),
        ["date-time"] = new(
            false, "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].", DateAndTime),
        ["decimal"] = new(false, "A valid number is required.", text => Decimal().IsMatch(text) ? text : null),
    };

    public static TextFormat? Find(string? name) => name is null ? null : All.GetValueOrDefault(name);

    private static string? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    private static string? Time(string text) =>
        TimeOnly.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString(WithFraction("HH:mm:ss", time.Ticks), CultureInfo.InvariantCulture)
            : null;

    // A time without an offset is in UTC. The fraction is left out if it is zero.
    private static string? DateAndTime(string text) =>
        Moment().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime().ToString(WithFraction("yyyy-MM-dd'T'HH:mm:ss", time.Ticks) + "'Z'", CultureInfo.InvariantCulture)
            : null;

    private static string WithFraction(string form, long ticks) => ticks % TimeSpan.TicksPerSecond == 0 ? form : $"{form}.ffffff";

    private static string? Address(string text, AddressFamily family) =>
        IPAddress.TryParse(text, out var address) && address.AddressFamily == family ? text : null;

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,6}[0-9]*)?)?\s*(Z|[+-][0-9]{2}(:?[0-9]{2})?)?\z")]
    private static partial Regex Moment();

    [GeneratedRegex(
        @"\A([-!#$%&'*+/=?^_`{}|~0-9a-z]+(\.[-!#$%&'*+/=?^_`{}|~0-9a-z]+)*|""[^""\\\r\n]*"")"
            + @"@(([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,63}(?<!-)|localhost)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"\A[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)\z")]
    private static partial Regex Decimal();
}

/// <summary>Validates URLs with the rules of Django's <c>URLValidator</c>.</summary>
internal static partial class DjangoUrl
{
    private const int MaxLength = 2048;
    private const string Letters = @"a-z\u00a1-\uffff";
    private const string Byte = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private const string Label = $"[{Letters}0-9](?:[{Letters}0-9-]{{0,61}}[{Letters}0-9])?";
    private const string Top = $@"\.(?!-)(?:[{Letters}-]{{2,63}}|xn--[a-z0-9]{{1,59}})(?<!-)\.?";
    private const string Host = $@"(?:{Byte}(?:\.{Byte}){{3}}|\[[0-9a-f:.]+\]|{Label}(?:\.(?!-)[{Letters}0-9-]{{1,63}}(?<!-))*{Top}|localhost)";

    public static bool IsValid(string text) => text.Length <= MaxLength && Form().IsMatch(text);

    [GeneratedRegex(
        $@"\A(?:https?|ftps?)://(?:[^\s:@/]+(?::[^\s:@/]*)?@)?{Host}(?::[0-9]{{1,5}})?(?:[/?#][^\s]*)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

/// <summary>Checks texts, and files that a form contains.</summary>
internal static class TextCheck
{
    public static Checked Check(Schema schema, JToken value, bool allowsBlank)
    {
        if (value.Type == JTokenType.Uri)
            return schema.Format is "uri" or "binary" ? Checked.Valid(value.ToString()) : Checked.Invalid("Not a valid string.");
        if (schema.Format == "binary")
            return Checked.Invalid("The submitted data was not a file. Check the encoding type on the form.");
        if (TextFormat.Find(schema.Format) is { IsText: false } format)
            return format.Convert(Python.TextOf(value).Trim()) is { } converted ? Checked.Valid(converted) : Checked.Invalid(format.Message);
        if (value is not JValue || value.Type == JTokenType.Boolean)
            return Checked.Invalid("Not a valid string.");
        var text = Python.TextOf(value).Trim();
        if (text.Length == 0 && !(allowsBlank && schema.AllowsBlank))
            return Checked.Invalid("This field may not be blank.");
        return Checked.Of(text, Errors(schema, text));
    }

    private static List<string> Errors(Schema schema, string text)
    {
        List<string> errors = [];
        // Python counts characters, not UTF-16 code units.
        var length = text.EnumerateRunes().Count();
        if (length > schema.MaxLength)
            errors.Add($"Ensure this field has no more than {schema.MaxLength} characters.");
        if (length < schema.MinLength)
            errors.Add($"Ensure this field has at least {schema.MinLength} characters.");
        if (text.Contains('\0', StringComparison.Ordinal))
            errors.Add("Null characters are not allowed.");
        if (TextFormat.Find(schema.Format) is { } format && format.Convert(text) is null)
            errors.Add(format.Message);
        else if (text.Length > 0 && !schema.HasForm(text))
            errors.Add("This value does not match the required pattern.");
        return errors;
    }
}
