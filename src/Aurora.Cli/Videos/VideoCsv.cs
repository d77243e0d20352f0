using System.Globalization;
using System.Text.Json;
using Aurora.Client;
using nietras.SeparatedValues;

namespace Aurora.Cli.Videos;

/// <summary>
/// Videos as CSV (RFC 4180), a column for each property of the document. A spreadsheet runs nothing of it: what it would take
/// for a formula begins with an apostrophe.
/// </summary>
internal sealed class VideoCsv : IDisposable
{
    private readonly SepWriter _writer;

    public VideoCsv(TextWriter output)
    {
        _writer = Sep.New(',').Writer(options => options with { Escape = true, CultureInfo = CultureInfo.InvariantCulture }).To(output, leaveOpen: true);
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

    // OWASP, "CSV Injection"; in Japanese and Chinese settings the wide forms are taken for the narrow ones.
    private static bool IsFormula(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}
