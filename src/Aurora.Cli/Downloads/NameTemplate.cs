using System.Globalization;
using System.Text.RegularExpressions;
using Aurora.Cli.Videos;
using Aurora.Client;

namespace Aurora.Cli.Downloads;

/// <summary>Where a video's file goes below the folder, and under which name. A <c>/</c> in the template makes sub-folders; none in a value does.</summary>
internal sealed partial class NameTemplate
{
    public const string Default = "{name}-{shortid}.{ext}";

    private const string Name = "name";
    private const string Unknown = "unknown";

    private static readonly string[] MediaTypes = ["mp4", "m4v", "mov", "webm", "mkv", "avi", "gif"];

    private static readonly Dictionary<string, Func<AuroraFlow, string>> Values = new()
    {
        ["id"] = video => video.Id.ToString("D", CultureInfo.InvariantCulture),
        ["shortid"] = VideoText.ShortId,
        [Name] = video => FileName.Clean(video.Name ?? ""),
        ["date"] = video => video.CreatedAt == default ? Unknown : VideoText.Created(video, "yyyy-MM-dd"),
        ["status"] = video => OrUnknown(video.Status.Value),
        ["model"] = video => OrUnknown(video.ModelVersion.Value),
        ["ext"] = video => Extension(video.VideoOutput),
    };

    private readonly string[] _segments;

    private NameTemplate(string[] segments) => _segments = segments;

    /// <summary>The placeholders, as they are written.</summary>
    public static string Placeholders { get; } = string.Join(' ', Values.Keys.Select(name => $"{{{name}}}"));

    /// <exception cref="UsageException">A placeholder is unknown, or the template leads out of the folder.</exception>
    public static NameTemplate Parse(string text)
    {
        foreach (Match placeholder in Placeholder().Matches(text))
        {
            if (!Values.ContainsKey(placeholder.Groups[1].Value))
                throw new UsageException($"'{placeholder.Value}' is no placeholder of --template. There are: {Placeholders}.");
        }

        if (Placeholder().Replace(text, "").AsSpan().ContainsAny('{', '}'))
            throw new UsageException($"'{text}' has a brace that stands alone. The placeholders of --template are: {Placeholders}.");
        if (text.Contains('\\', StringComparison.Ordinal))
            throw new UsageException($"'{text}' has a backslash. In --template a / makes sub-folders, on every system.");
        var segments = text.Split('/');
        if (segments.Any(segment => segment.Trim(' ', '.').Length == 0) || Drive().IsMatch(text))
            throw new UsageException($"'{text}' is no name below a folder: it must not be absolute, and each part between two / needs more than dots.");
        return new NameTemplate(segments);
    }

    /// <summary>The name for this video: safe on every system, with <c>/</c> between folders.</summary>
    public string Fill(AuroraFlow video) => string.Join('/', _segments.Select(segment => FileName.Of(Fill(segment, video))));

    // What is too long is cut where the name stands, so that what tells two videos apart stays.
    private static string Fill(string segment, AuroraFlow video)
    {
        var values = Placeholder().Matches(segment).Select(match => match.Groups[1].Value).Distinct().ToDictionary(name => name, name => Values[name](video));
        var filled = Replace();
        if (FileName.Bytes(filled) <= FileName.MostBytes || !values.TryGetValue(Name, out var name))
            return filled;

        values[Name] = "";
        var left = (FileName.MostBytes - FileName.Bytes(Replace())) / Placeholder().Matches(segment).Count(match => match.Groups[1].Value == Name);
        values[Name] = left > 0 ? FileName.Cut(name, left) : "";
        return Replace();

        string Replace() => Placeholder().Replace(segment, match => values[match.Groups[1].Value]);
    }

    private static string OrUnknown(string value) => string.IsNullOrWhiteSpace(value) ? Unknown : FileName.Clean(value);

    // Of all that an address can end in, only what no system runs.
    private static string Extension(string? address)
    {
        var extension = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Path.GetExtension(uri.AbsolutePath).TrimStart('.').ToLowerInvariant() : "";
        return MediaTypes.Contains(extension) ? extension : MediaTypes[0];
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^[A-Za-z]:")]
    private static partial Regex Drive();
}
