using System.Globalization;
using System.Text.Json;
using Aurora.Cli.Terminals;
using Aurora.Client;
using Spectre.Console;

namespace Aurora.Cli.Videos;

/// <summary>Everything about one video: what the document has, whatever that will be, and what it has not.</summary>
internal static class VideoDetails
{
    private const string Status = "status";
    private const int Gap = 2;
    private const int Least = 20;

    /// <summary>For a person: long texts are broken between words, addresses stay in one piece so that a terminal can open them.</summary>
    public static void Write(AuroraFlow video, TextWriter output, int width, bool hasColor)
    {
        var rows = VideoProperties.Of(video).Select(property => (Name: Label(property.Key), property.Value)).ToList();
        var indent = rows.Max(row => row.Name.GetCellWidth()) + Gap;
        foreach (var (name, value) in rows)
        {
            var room = IsAddress(value) ? int.MaxValue : Math.Max(Least, width - indent);
            Write(new Text(name, new Style(decoration: Decoration.Bold)), new Text(Shown(value), StatusColor.Of(name == Label(Status) && VideoJson.Text(value) is { } status ? new AuroraStatus(status) : (AuroraStatus?)null)), indent, room, output, hasColor);
        }
    }

    /// <summary>For a program: the property's own name, a tab, the value on one line, empty where there is none.</summary>
    public static void WriteLines(AuroraFlow video, TextWriter output)
    {
        foreach (var (name, value) in VideoProperties.Of(video))
            output.WriteLine($"{TerminalText.Clean(name)}\t{TerminalText.Clean(VideoJson.Text(value) ?? "")}");
    }

    /// <summary>A property's name as people write it.</summary>
    public static string Label(string name)
    {
        var words = TerminalText.Clean(name).Replace('_', ' ');
        return words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
    }

    /// <summary>A property's value for a person, on one line; <see cref="VideoText.None"/> where there is none.</summary>
    public static string Shown(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text when IsTime(text, out var time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture),
        { ValueKind: JsonValueKind.True } => "yes",
        { ValueKind: JsonValueKind.False } => "no",
        _ => VideoJson.Text(value) is { Length: > 0 } text ? TerminalText.Clean(text) : VideoText.None,
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

    // A date alone, or a time without a zone, may be anything.
    private static bool IsTime(JsonElement value, out DateTimeOffset time) => value.TryGetDateTimeOffset(out time) && value.GetString() is { Length: > 19 } text && text[10] == 'T';

    private static bool IsAddress(JsonElement? value) => value?.ValueKind == JsonValueKind.String && VideoJson.Text(value) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal);
}
