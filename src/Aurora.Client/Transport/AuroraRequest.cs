using System.Collections;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>The request of one call. The generated operations fill it as the document describes, and each attempt creates a message from it.</summary>
internal sealed class AuroraRequest(string operation, string method, string path)
{
    private static readonly JsonWriterOptions BodyOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringBuilder _query = new();
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private string _path = path;
    private byte[]? _json;

    public string Operation => operation;

    public string Method => method;

    /// <summary>Gets whether the path starts at the root of the server, whatever path the base address has.</summary>
    public bool IsFromRoot { get; init; }

    public void SetPath(string name, object value)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        var text = ParameterText.Of(value);
        // A segment of dots changes the path, so that another operation would be called.
        if (text.Trim('.').Length == 0)
            throw new ArgumentException($"{name} is '{text}', but must not be empty or consist of dots only, because it is a part of the path.", name);
        _path = _path.Replace("{" + name + "}", Uri.EscapeDataString(text));
    }

    public void AddQuery(string name, object? value)
    {
        if (value is not null)
            AppendQuery(name, Uri.EscapeDataString(ParameterText.Of(value)));
    }

    /// <summary>Adds a query that is already escaped.</summary>
    public void AddQueryText(string query) => _query.Append(_query.Length == 0 ? "" : "&").Append(query);

    /// <summary>The items as so many parameters of one name: <c>style: form</c>, <c>explode: true</c>.</summary>
    public void AddQueryItems(string name, IEnumerable? items)
    {
        foreach (var item in items ?? Array.Empty<object>())
            AddQuery(name, item);
    }

    /// <summary>Adds one parameter with the items separated by commas: <c>style: form</c>, <c>explode: false</c>.</summary>
    public void AddQueryList(string name, IEnumerable? items)
    {
        if (items is not null)
            AppendQuery(name, string.Join(",", items.Cast<object>().Select(item => Uri.EscapeDataString(ParameterText.Of(item)))));
    }

    public void AddHeader(string name, object? value)
    {
        if (value is null)
            return;
        var text = value is IEnumerable items and not string ? string.Join(",", items.Cast<object>().Select(ParameterText.Of)) : ParameterText.Of(value);
        if (text.Any(character => character is < ' ' or > '~'))
            throw new ArgumentException($"{name} contains a control character or a non-ASCII character, which is not allowed in a header.", name);
        _headers.Add(new(name, text));
    }

    /// <summary>Sets the body, which is sent as JSON, after a comparison with the document.</summary>
    /// <exception cref="ArgumentNullException">The body is null.</exception>
    /// <inheritdoc cref="RequestCheck.EnsureValid"/>
    public void SetJsonBody<T>(T body, JsonContent content, JsonWrite<T> write, string around = "", [CallerArgumentExpression(nameof(body))] string? parameter = null)
    {
        if (body is null)
            throw new ArgumentNullException(parameter);
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, BodyOptions))
            write(writer, body, content);
        _json = json.ToArray();
        content.EnsureValid(_json, around, parameter);
    }

    /// <summary>Sends a body that is JSON already.</summary>
    public void SetJsonBody(byte[] json) => _json = json;

    public HttpRequestMessage ToMessage(Uri baseAddress)
    {
        var root = baseAddress.GetLeftPart(IsFromRoot ? UriPartial.Authority : UriPartial.Path).TrimEnd('/');
        var query = _query.Length == 0 ? "" : "?" + _query;
        var message = new HttpRequestMessage(new HttpMethod(Method), root + "/" + _path.TrimStart('/') + query);
#if NET
        message.Version = System.Net.HttpVersion.Version20;
        message.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
#endif
        message.Headers.Accept.ParseAdd("application/json");
        if (_json is not null)
        {
            message.Content = new ByteArrayContent(_json);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        }
        // .NET itself repeats a request without content when the connection breaks.
        else if (!RetrySafety.IsSafe(Method))
        {
            message.Content = new ByteArrayContent([]);
        }

        AddHeadersTo(message);
        return message;
    }

    /// <summary>Returns the method and the path, without the query.</summary>
    public override string ToString() => $"{Method} /{_path.TrimStart('/')}";

    // A header replaces the one that the client sets by itself.
    private void AddHeadersTo(HttpRequestMessage message)
    {
        foreach (var name in _headers.Select(header => header.Key).Where(name => name.Equals("Accept", StringComparison.OrdinalIgnoreCase)))
            message.Headers.Remove(name);
        foreach (var header in _headers)
        {
            if (message.Headers.TryAddWithoutValidation(header.Key, header.Value) || message.Content is not { } content)
                continue;
            content.Headers.Remove(header.Key);
            content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    private void AppendQuery(string name, string value) =>
        _query.Append(_query.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(value);
}
