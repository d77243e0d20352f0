using System.Text.Json;
using nietras.SeparatedValues;

namespace Aurora.Cli.Videos;

/// <summary>
/// Writes videos as CSV (RFC 4180), with a column for each property of the document. Text that a spreadsheet would treat as a formula
/// starts with an apostrophe.
/// </summary>
internal sealed class VideoCsv : IDisposable
{
    private readonly SepWriter _writer;

    public VideoCsv(TextWriter output)
    {
        _writer = Sep.New(',')
            .Writer(options => options with { Escape = true, CultureInfo = CultureInfo.InvariantCulture })
            .To(output, leaveOpen: true);
        _writer.Header.Add([.. VideoProperties.Names]);
        _writer.Header.Write();
    }

    public void Write(AuroraFlow video)
    {
        using var row = _writer.NewRow();
        foreach (var (name, value) in VideoProperties.Of(video).Take(VideoProperties.Names.Count))
            row[name].Set(Text(value));
    }

    public void Dispose() => _writer.Dispose();

    private static string Text(JsonElement? value)
    {
        var text = VideoJson.Text(value) ?? "";
        return value?.ValueKind == JsonValueKind.Number || !IsFormula(text) ? text : $"'{text}";
    }

    // See "CSV Injection" by OWASP. Spreadsheets with a Japanese or Chinese locale also accept the full-width characters.
    private static bool IsFormula(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}

/// <summary>Writes videos as tab-separated values. Only the last column, the name, can contain spaces.</summary>
internal static class VideoTsv
{
    private static readonly string Header = string.Join('\t', "ID", "STATUS", "PERCENT", "SECONDS", "CREDITS", "CREATED", "NAME");

    public static void Write(IEnumerable<AuroraFlow> videos, TextWriter output, bool hasColor = false)
    {
        output.WriteLine(Header);
        foreach (var video in videos)
            output.WriteLine(Line(video, hasColor));
    }

    private static string Line(AuroraFlow video, bool hasColor) => string.Join(
        '\t',
        video.Id,
        StatusColor.Paint(video, hasColor),
        VideoText.Percent(video),
        VideoText.Seconds(video),
        VideoText.Credits(video.CreditsUsed),
        VideoText.Created(video, "yyyy-MM-dd'T'HH:mm:ss'Z'"),
        VideoText.Name(video));
}
