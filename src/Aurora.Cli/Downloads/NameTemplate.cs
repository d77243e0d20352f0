namespace Aurora.Cli.Downloads;

/// <summary>Creates file names from the properties of videos. Only a <c>/</c> in the template creates subfolders.</summary>
internal sealed partial class NameTemplate
{
    public const string Default = "{name}-{shortid}.{ext}";

    private const string Name = "name";
    private const string Unknown = "unknown";

    private static readonly string[] MediaTypes = ["mp4", "m4v", "mov", "webm", "mkv", "avi", "gif"];

    private static readonly string[] Identifiers = ["{id}", "{shortid}"];

    private static readonly Dictionary<string, Func<AuroraFlow, string>> Values = new()
    {
        ["id"] = video => video.Id.ToString("D", CultureInfo.InvariantCulture),
        ["shortid"] = VideoText.ShortId,
        [Name] = video => FileName.Sanitize(video.Name ?? ""),
        ["date"] = video => video.CreatedAt == default ? Unknown : VideoText.Created(video, "yyyy-MM-dd"),
        ["status"] = video => OrUnknown(video.Status.Value),
        ["model"] = video => OrUnknown(video.ModelVersion.ToString()),
        ["ext"] = video => Extension(video.VideoOutput),
    };

    private readonly string[] _segments;

    private NameTemplate(string[] segments) => _segments = segments;

    public static string Placeholders { get; } = string.Join(' ', Values.Keys.Select(name => $"{{{name}}}"));

    public static NameTemplate Parse(string text)
    {
        foreach (Match placeholder in Placeholder().Matches(text))
        {
            if (!Values.ContainsKey(placeholder.Groups[1].Value))
                throw new UsageException($"'{placeholder.Value}' is not a placeholder for --template. Use one of: {Placeholders}.");
        }

        if (Placeholder().Replace(text, "").AsSpan().ContainsAny('{', '}'))
            throw new UsageException($"'{text}' contains an unmatched brace. The placeholders for --template are: {Placeholders}.");
        if (text.Contains('\\', StringComparison.Ordinal))
            throw new UsageException($"'{text}' contains a backslash. In --template, use / for subfolders on all systems.");
        var segments = text.Split('/');
        if (segments.Any(segment => segment.Trim(' ', '.').Length == 0) || Drive().IsMatch(text))
        {
            throw new UsageException(
                $"'{text}' is not valid for --template. The path must not be absolute, and each part must contain more than dots and spaces.");
        }

        return new NameTemplate(segments);
    }

    /// <summary>Whether each video has its own name.</summary>
    public bool IdentifiesVideos => _segments.Any(segment => Identifiers.Any(identifier => segment.Contains(identifier, StringComparison.Ordinal)));

    /// <summary>Returns the relative path for a video. It is safe on all systems and uses <c>/</c> as the separator.</summary>
    public string Fill(AuroraFlow video) => string.Join('/', _segments.Select(segment => FileName.From(Fill(segment, video))));

    // Only the name is truncated, because the other values distinguish the videos.
    private static string Fill(string segment, AuroraFlow video)
    {
        var placeholders = Placeholder().Matches(segment).Select(match => match.Groups[1].Value).ToArray();
        var values = placeholders.Distinct().ToDictionary(name => name, name => Values[name](video));
        var filled = Replace();
        if (FileName.Bytes(filled) <= FileName.MaxBytes || !values.TryGetValue(Name, out var name))
            return filled;

        values[Name] = "";
        var bytesPerName = (FileName.MaxBytes - FileName.Bytes(Replace())) / placeholders.Count(placeholder => placeholder == Name);
        values[Name] = bytesPerName > 0 ? FileName.Truncate(name, bytesPerName) : "";
        return Replace();

        string Replace() => Placeholder().Replace(segment, match => values[match.Groups[1].Value]);
    }

    private static string OrUnknown(string? value) => string.IsNullOrWhiteSpace(value) ? Unknown : FileName.Sanitize(value);

    // Other extensions could make a system execute the file.
    private static string Extension(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return MediaTypes[0];
        var extension = Path.GetExtension(uri.AbsolutePath).TrimStart('.').ToLowerInvariant();
        return MediaTypes.Contains(extension) ? extension : MediaTypes[0];
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^[A-Za-z]:")]
    private static partial Regex Drive();
}
