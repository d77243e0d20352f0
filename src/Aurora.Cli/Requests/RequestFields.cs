namespace Aurora.Cli.Requests;

/// <summary>The values of <c>-f</c> and <c>-F</c>.</summary>
internal sealed partial class RequestFields
{
    private readonly List<(string Key, string Value, bool IsJson)> _fields = [];

    public bool IsEmpty => _fields.Count == 0;

    /// <summary>Gets the fields as parameters of a query.</summary>
    public IEnumerable<KeyValuePair<string, string>> Query => _fields.Select(added => KeyValuePair.Create(added.Key, added.Value));

    public void AddText(string field)
    {
        var (key, value) = Split(field, "-f");
        _fields.Add((key, value, IsJson: false));
    }

    /// <summary>Adds a field whose value is a number, true, false, null, the content of a file, or any other text.</summary>
    public async Task AddTypedAsync(string field, Func<string, Task<string>> readFile)
    {
        var (key, value) = Split(field, "-F");
        var isFile = value.StartsWith('@');
        _fields.Add((key, isFile ? await readFile(value[1..]) : value, IsJson: !isFile && Literal().IsMatch(value)));
    }

    /// <summary>Returns the fields as a JSON object.</summary>
    public string ToJson()
    {
        if (_fields.GroupBy(field => field.Key).FirstOrDefault(same => same.Count() > 1) is { } repeated)
            throw new UsageException($"The field '{repeated.Key}' was specified {repeated.Count()} times. To send a list or an object, use --input.");
        return JsonText.Of(Write, isIndented: false);
    }

    private static (string Key, string Value) Split(string field, string option)
    {
        var end = field.IndexOf('=');
        return end > 0
            ? (field[..end], field[(end + 1)..])
            : throw new UsageException($"'{field}' is not valid for {option}. Specify a key and a value, such as name=spring.");
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (key, value, isJson) in _fields)
        {
            json.WritePropertyName(key);
            if (isJson)
                json.WriteRawValue(value);
            else
                json.WriteStringValue(value);
        }

        json.WriteEndObject();
    }

    [GeneratedRegex(@"^(true|false|null|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();
}
