using Spectre.Console;

namespace Aurora.Cli.Mocks;

/// <summary>Writes a line for each request that the mock server answers. The members are thread-safe.</summary>
internal sealed class MockLog(ToolConsole console, bool isJson, bool hasColor)
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _readerLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // A client that knows the port can send requests before the first lines are written.
    private List<MockRequest>? _early = [];

    public int Count { get; private set; }

    /// <summary>Completes when nobody reads the output.</summary>
    public Task ReaderLeft => _readerLeft.Task;

    /// <summary>Writes the first lines, and then the requests that arrived earlier.</summary>
    public void Start(IEnumerable<string> lines)
    {
        lock (_lock)
        {
            foreach (var line in lines)
                console.Output.WriteLine(line);
            console.Output.Flush();
            (var early, _early) = (_early, null);
            early?.ForEach(Write);
        }
    }

    public void Write(MockRequest request)
    {
        lock (_lock)
        {
            if (_early is { } early)
            {
                early.Add(request);
                return;
            }

            Count++;
            try
            {
                WriteLine(request);
            }
            catch (StandardOutput.ReaderLeftException)
            {
                _readerLeft.TrySetResult();
            }
        }
    }

    private void WriteLine(MockRequest request)
    {
        if (isJson)
            console.Output.WriteLine(JsonText.Of(Json(request), isIndented: false));
        else if (console.IsTerminal)
            AnsiOutput.Write(Line(request), console.Output, int.MaxValue, hasColor);
        else
            console.Output.WriteLine(Tsv(request));
        console.Output.Flush();
    }

    private string Tsv(MockRequest request) => string.Join(
        '\t', UtcText.Format(request.At), request.Method, Target(request), Status(request), request.Remark ?? "-", Milliseconds(request));

    private static JsonObject Json(MockRequest request) => new()
    {
        ["event"] = "request",
        ["at"] = UtcText.Format(request.At),
        ["method"] = request.Method,
        ["target"] = request.Target,
        ["status"] = request.Status,
        ["fault"] = request.Fault,
        ["unexpected"] = request.IsUnexpected,
        ["ms"] = Math.Round(request.Elapsed.TotalMilliseconds),
    };

    private Paragraph Line(MockRequest request)
    {
        var time = request.At.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var line = new Paragraph()
            .Append($"{time}  ", Color.Grey)
            .Append($"{Status(request),-3}  ", new Style(ColorOf(request.Status)))
            .Append($"{console.Sanitize(request.Method)} {Target(request)}  ")
            .Append($"{Milliseconds(request)} ms", Color.Grey);
        if (request.Remark is { } remark)
            line.Append($"  {remark}", Color.Olive);
        return line.Append("\n");
    }

    private static Color ColorOf(int? status) => status switch
    {
        < 300 => Color.Green,
        < 500 => Color.Olive,
        _ => Color.Maroon,
    };

    private string Target(MockRequest request) => console.Sanitize(request.Target);

    private static string Status(MockRequest request) => request.Status?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Milliseconds(MockRequest request) => request.Elapsed.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}

/// <summary>A request that the mock server answered.</summary>
/// <param name="Target">The path and the query, decoded and without keys.</param>
/// <param name="Status">The status code, or null if a fault prevented a response.</param>
/// <param name="IsUnexpected">Whether the API does not support the request.</param>
/// <param name="Elapsed">The time until the response was complete.</param>
internal sealed record MockRequest(
    DateTimeOffset At, string Method, string Target, int? Status, string? Fault, bool IsUnexpected, TimeSpan Elapsed)
{
    private const string Unexpected = "unexpected";

    /// <summary>The fault, <c>unexpected</c>, both, or null.</summary>
    public string? Remark => !IsUnexpected ? Fault : Fault is null ? Unexpected : $"{Unexpected}, {Fault}";
}

/// <summary>The first lines of <c>aurora mock</c>. They contain the keys only if these are the demo keys, which are not secret.</summary>
internal static class MockNotice
{
    /// <summary>Returns the address, followed by commands to try.</summary>
    public static IEnumerable<string> Lines(Mock mock, bool isDemo)
    {
        yield return $"{mock.Address}";
        if (isDemo)
            yield return $"export {ApiKeys.IdVariable}={mock.Keys.Id} {ApiKeys.KeyVariable}={mock.Keys.Key}";
        yield return $"aurora list --base-url {mock.Address}";
        // printf is built into the shell, so the process list does not show the keys.
        yield return isDemo
            ? $"curl -H 'X-API-ID: {mock.Keys.Id}' -H 'X-API-KEY: {mock.Keys.Key}' {List(mock)}"
            : $"printf 'X-API-ID: %s\\nX-API-KEY: %s\\n' \"${ApiKeys.IdVariable}\" \"${ApiKeys.KeyVariable}\" | curl -H @- {List(mock)}";
    }

    public static string Json(Mock mock, bool isDemo) => JsonText.Of(
        new JsonObject
        {
            ["event"] = "started",
            ["address"] = $"{mock.Address}",
            ["api_id"] = isDemo ? mock.Keys.Id : null,
            ["api_key"] = isDemo ? mock.Keys.Key : null,
        },
        isIndented: false);

    private static Uri List(Mock mock) => new(mock.Address, Client.AuroraApi.ListPath);
}
