using Microsoft.AspNetCore.WebUtilities;

namespace Aurora.Testing.Resources;

/// <summary>
/// A page of a list in the format of Django REST framework. The document tells how a page is selected: by <c>page</c>, by <c>offset</c> or by
/// <c>cursor</c>.
/// </summary>
internal sealed class Page
{
    // CUSTOM: the document does not say how many items a page has.
    private const int DefaultSize = 10;
    private const int MaxSize = 1000;
    private const string Number = "page";
    private const string Offset = "offset";
    private const string Cursor = "cursor";

    private static readonly string[] Starts = [Offset, Cursor];
    private static readonly string[] Sizes = ["page_size", "limit"];

    /// <summary>Gets the parameters that select a page. Values that are not valid have the default, or select a page that does not exist.</summary>
    public static IReadOnlyList<string> Parameters { get; } = [Number, .. Starts, .. Sizes];

    private readonly Call _call;
    private readonly Schema _schema;
    private readonly string _results;
    private readonly string _parameter;
    private readonly int _size;
    private readonly int _start;

    private Page(Call call, Schema schema, string results)
    {
        (_call, _schema, _results) = (call, schema, results);
        _parameter = Array.Find(Starts, Has) ?? Number;
        _size = Sizes.Where(Has).Select(name => Value(name) is > 0 and <= MaxSize and var size ? size : DefaultSize)
            .FirstOrDefault(DefaultSize);
        var sent = call.Request.GetQueryValue(_parameter);
        int? value = string.IsNullOrEmpty(sent) ? null : Value(_parameter) ?? (_parameter == Offset ? 0 : throw Invalid());
        _start = _parameter == Number ? ((value ?? 1) - 1) * _size : Math.Max(value ?? 0, 0);
        if (_start < 0)
            throw Invalid();
    }

    public Schema ItemSchema => _schema.Property(_results)!.Items;

    /// <summary>Returns the page that a request selects, or null if the response has no list of objects.</summary>
    /// <exception cref="RejectedException">The page does not exist.</exception>
    public static Page? Of(Call call, Schema response) => ResultsOf(response) is { } results ? new Page(call, response, results) : null;

    /// <summary>Returns the property with the items of a page, or null.</summary>
    public static string? ResultsOf(Schema response) =>
        response.Properties.FirstOrDefault(property => property.Value is { Type: "array", Items.Properties.Count: > 0 }).Key;

    public IReadOnlyList<StoredItem> Slice(StoredItem[] all) =>
        _parameter == Number && _start > 0 && _start >= all.Length ? throw Invalid() : [.. all.Skip(_start).Take(_size)];

    public JObject Body(int total, IEnumerable<JObject> items, SchemaSample samples)
    {
        var body = new JObject();
        foreach (var (name, property) in _schema.Properties)
        {
            body[name] = name switch
            {
                _ when name == _results => new JArray(items),
                "count" => total,
                "next" => Link(_start + _size, _start + _size < total),
                "previous" => Link(Math.Max(_start - _size, 0), _start > 0),
                _ => samples.Create(property),
            };
        }

        return body;
    }

    private static RejectedException Invalid() => new(FakeResponse.Detail(HttpStatusCode.NotFound, "Invalid page."));

    private bool Has(string parameter) => _call.Operation.Query.Any(known => known.Name == parameter);

    private int? Value(string parameter) =>
        int.TryParse(_call.Request.GetQueryValue(parameter), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    // The first page has no parameter.
    private JValue Link(int start, bool exists)
    {
        if (!exists)
            return JValue.CreateNull();
        var query = _call.Request.Query.Where(pair => pair.Key != _parameter)
            .Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)).ToList();
        if (start > 0)
            query.Add(new(_parameter, (_parameter == Number ? (start / _size) + 1 : start).ToString(CultureInfo.InvariantCulture)));
        return new JValue(QueryHelpers.AddQueryString(_call.Request.Origin + _call.Request.Path, query));
    }
}
