namespace Aurora.Cli.Commands;

/// <summary><c>aurora api METHOD PATH</c>: sends any request to the API.</summary>
internal sealed class ApiCommand : ToolCommand
{
    private readonly Argument<string> _method = new("method") { Description = "The HTTP method, such as GET or POST." };

    private readonly Argument<string> _path = new("path") { Description = "The path, such as /api/aurora/, or an address at the configured server." };

    private readonly Option<string[]> _text = new("--raw-field", "-f")
    {
        Description = "Add a text to the JSON body, or to the query of a GET request.",
        HelpName = "key=value",
    };

    private readonly Option<string[]> _typed = new("--field", "-F")
    {
        Description = "Add a number, true, false, null, the text of a file (@file, @- for standard input), or any other text.",
        HelpName = "key=value",
    };

    private readonly Option<string> _input = new("--input")
    {
        Description = "Send this file as the JSON body. The fields are added to the query. Use - for standard input.",
        HelpName = "file",
    };

    private readonly Option<string[]> _headers = new("--header", "-H")
    {
        Description = "Add a header. The headers with the keys cannot be set.",
        HelpName = "name: value",
    };

    private readonly Option<bool> _include = new("--include", "-i") { Description = "Write the status and the headers of the response before its body." };

    private readonly ConnectionOptions _connection = new();

    public ApiCommand(ToolConsole console)
        : base(
            console,
            "api",
            "Send any request to the API.",
            "Sends your keys to the configured server only. Requests that fail are repeated if the method is GET, HEAD or OPTIONS. The body of the "
            + "response is written as it came, and indented in a terminal. {placeholders} in the path are not replaced.",
            "aurora api GET /api/aurora/ -f ordering=-created_at",
            "aurora api POST /api/aurora/ -f image=https://… -f audio=https://… | jq -r .id",
            "aurora api POST /api/aurora/ --input video.json")
    {
        Add(_method);
        Add(_path);
        foreach (var option in new Option[] { _text, _typed, _input, _headers, _include })
            Add(option);
        _connection.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var method = Method(parsed.GetValue(_method)!);
        var fields = await FieldsAsync(parsed, cancellationToken);
        var json = parsed.GetValue(_input) is { } file ? await InputFile.ReadAsync(file, "--input", Console, cancellationToken) : null;
        var isQuery = json is not null || method.Method is "GET" or "HEAD" or "OPTIONS";
        if (!isQuery && !fields.IsEmpty)
            json = fields.ToJson();
        var headers = (parsed.GetValue(_headers) ?? []).Select(Header).ToList();
        var output = new ResponseOutput(Console, parsed.GetValue(_include));
        await using var connection = await _connection.OpenAsync(parsed, Console);
        try
        {
            var response = await connection.Client.SendAsync(
                method, parsed.GetValue(_path)!, isQuery ? fields.Query : null, json, headers, cancellationToken);
            using var body = new MemoryStream();
            await response.OpenRead().CopyToAsync(body, CancellationToken.None);
            output.Write(response.StatusCode, response.Headers, body.ToArray());
            return ExitCode.Success;
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(UsageException.From(exception).Message.Replace(nameof(AuroraClientOptions.BaseAddress), "--base-url", StringComparison.Ordinal));
        }
        catch (AuroraApiException exception)
        {
            output.Write(exception.StatusCode, exception.Headers, Encoding.UTF8.GetBytes(exception.Body ?? ""));
            throw;
        }
    }

    private static HttpMethod Method(string text)
    {
        try
        {
            return new HttpMethod(text.ToUpperInvariant());
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new UsageException($"'{text}' is not a valid HTTP method. Specify a method such as GET or POST, and then the path.");
        }
    }

    private static KeyValuePair<string, string> Header(string text) => text.IndexOf(':') is > 0 and var end
        ? KeyValuePair.Create(text[..end].Trim(), text[(end + 1)..].Trim())
        : throw new UsageException("A value of --header is not valid. Specify a name and a value, such as 'Accept: text/csv'.");

    private async Task<RequestFields> FieldsAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var fields = new RequestFields();
        foreach (var field in parsed.GetValue(_text) ?? [])
            fields.AddText(field);
        foreach (var field in parsed.GetValue(_typed) ?? [])
            await fields.AddTypedAsync(field, file => InputFile.ReadAsync(file, "-F", Console, cancellationToken));
        return fields;
    }
}
