using Spectre.Console;

namespace Aurora.Cli.Videos;

/// <summary>Writes all properties of a video, including those that are not in the document.</summary>
internal static class VideoDetails
{
    private const string Status = "status";
    private const int Gap = 2;
    private const int MinValueWidth = 20;

    /// <summary>Writes a table. Long texts are wrapped, but addresses stay on one line so that a terminal can open them.</summary>
    public static void Write(AuroraFlow video, TextWriter output, int width, bool hasColor)
    {
        var rows = VideoProperties.Of(video).Select(property => (Name: Label(property.Key), property.Value)).ToList();
        var indent = rows.Max(row => row.Name.GetCellWidth()) + Gap;
        foreach (var (name, value) in rows)
        {
            var room = IsAddress(value) ? int.MaxValue : Math.Max(MinValueWidth, width - indent);
            var label = new Text(name, new Style(decoration: Decoration.Bold));
            AuroraStatus? status = name == Label(Status) && VideoJson.Text(value) is { } text ? new AuroraStatus(text) : default(AuroraStatus?);
            Write(label, new Text(Shown(value), StatusColor.Of(status)), indent, room, output, hasColor);
        }
    }

    /// <summary>Writes a line for each property: the name, a tab, and the value, which is empty if it is missing.</summary>
    public static void WriteTsv(AuroraFlow video, TextWriter output)
    {
        foreach (var (name, value) in VideoProperties.Of(video))
            output.WriteLine($"{TerminalText.Sanitize(name)}\t{TerminalText.Sanitize(VideoJson.Text(value) ?? "")}");
    }

    public static string Label(string name)
    {
        var words = TerminalText.Sanitize(name).Replace('_', ' ');
        return words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
    }

    /// <summary>Formats the value of a property on one line. Returns <see cref="VideoText.None"/> if it is missing.</summary>
    public static string Shown(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text when IsTime(text, out var time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture),
        { ValueKind: JsonValueKind.True } => "yes",
        { ValueKind: JsonValueKind.False } => "no",
        _ => VideoJson.Text(value) is { Length: > 0 } text ? TerminalText.Sanitize(text) : VideoText.None,
    };

    private static void Write(Text name, Text value, int indent, int room, TextWriter output, bool hasColor)
    {
        var width = (int)Math.Min((long)indent + room, int.MaxValue);
        var row = new Grid()
            .AddColumn(new GridColumn { Width = indent - Gap, NoWrap = true, Padding = new Padding(0, 0, Gap, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0) })
            .AddRow(name, value);
        AnsiOutput.Write(row, output, width, hasColor);
    }

    // A date alone, or a time without a zone, may be any text.
    private static bool IsTime(JsonElement value, out DateTimeOffset time) =>
        value.TryGetDateTimeOffset(out time) && value.GetString() is { Length: > 19 } text && text[10] == 'T';

    private static bool IsAddress(JsonElement? value) => value?.ValueKind == JsonValueKind.String
        && VideoJson.Text(value) is { } text
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme.StartsWith("http", StringComparison.Ordinal);
}
