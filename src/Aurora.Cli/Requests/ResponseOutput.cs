namespace Aurora.Cli.Requests;

/// <summary>Writes a response: as it came to a pipe or a file, and readable to a terminal.</summary>
internal sealed class ResponseOutput(ToolConsole console, bool includesHead)
{
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = 1000 };

    /// <summary>Writes the status and the headers if they are included, and the body.</summary>
    public void Write(HttpStatusCode? status, IReadOnlyDictionary<string, IReadOnlyList<string>> headers, byte[] body)
    {
        if (includesHead && status is { } code)
            WriteHead(code, headers);
        if (!console.IsTerminal)
            console.WriteOutput(body);
        else if (body.Length > 0)
            console.Output.WriteLine(Readable(body));
        console.Output.Flush();
    }

    private void WriteHead(HttpStatusCode status, IReadOnlyDictionary<string, IReadOnlyList<string>> headers)
    {
        console.Output.WriteLine($"HTTP {(int)status} {status}");
        foreach (var (name, values) in headers.OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var value in values)
                console.Output.WriteLine(TerminalText.Sanitize($"{name}: {value}"));
        }

        console.Output.WriteLine();
    }

    private static string Readable(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, AnyDepth);
            return JsonText.Of(document.RootElement.WriteTo, isIndented: true);
        }
        catch (JsonException)
        {
            var lines = Encoding.UTF8.GetString(body).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
            return string.Join(Environment.NewLine, lines.Select(TerminalText.Sanitize));
        }
    }
}
