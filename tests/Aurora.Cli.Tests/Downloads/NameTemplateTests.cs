using Aurora.Cli.Downloads;
using Aurora.Client;

namespace Aurora.Cli.Tests.Downloads;

[TestFixture]
public sealed class NameTemplateTests
{
    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    [TestCase(NameTemplate.Default, "Spring-0f8fad5b.webm")]
    [TestCase("{date}/{status}/{id}.{ext}", "2026-01-31/done/0f8fad5b-d9cb-469f-a165-70867728950e.webm")]
    [TestCase("{model} {name}{name}", "aurora_v1 SpringSpring")]
    [TestCase("all", "all")]
    public void Fill_placeholders_are_replaced(string template, string name) =>
        Assert.That(NameTemplate.Parse(template).Fill(Video("Spring")), Is.EqualTo(name));

    [TestCase("../../x", "_.._x-0f8fad5b.webm")]
    [TestCase("a/b", "a_b-0f8fad5b.webm")]
    [TestCase("{id}", "{id}-0f8fad5b.webm")]
    [TestCase("CON", "_CON-0f8fad5b.webm")]
    [TestCase("-x", "x-0f8fad5b.webm")]
    [TestCase("  ", "untitled-0f8fad5b.webm")]
    [TestCase(null, "untitled-0f8fad5b.webm")]
    public void Fill_hostile_name_creates_no_folder(string? video, string name) =>
        Assert.That(NameTemplate.Parse(NameTemplate.Default).Fill(Video(video)), Is.EqualTo(name));

    [Test]
    public void Fill_name_as_folder_stays_in_folder() =>
        Assert.That(NameTemplate.Parse("{name}/{shortid}").Fill(Video("..")), Is.EqualTo("untitled/0f8fad5b"));

    [TestCase("{name}-{id}.{ext}")]
    [TestCase("{name}{name}-{id}.{ext}")]
    public void Fill_long_name_truncates_only_the_name(string template)
    {
        var name = NameTemplate.Parse(template).Fill(Video(new string('春', 300)));

        Assert.That(FileName.Bytes(name), Is.InRange(190, 200));
        Assert.That(name, Does.StartWith("春").And.EndsWith($"-{Id}.webm"));
    }

    [TestCase("https://x.example/a.exe", "mp4")]
    [TestCase("https://x.example/a.MOV?sig=.exe", "mov")]
    [TestCase("https://x.example/", "mp4")]
    [TestCase("no address", "mp4")]
    public void Fill_extension_is_video_extension(string address, string extension)
    {
        var video = Video("x");
        video.VideoOutput = address;

        Assert.That(NameTemplate.Parse("{ext}").Fill(video), Is.EqualTo(extension));
    }

    [TestCase("{nmae}", "'{nmae}' is not a placeholder for --template. Use one of: {id} {shortid} {name} {date} {status} {model} {ext}.")]
    [TestCase("{}", "'{}' is not a placeholder")]
    [TestCase("{name", "unmatched brace")]
    [TestCase("name}", "unmatched brace")]
    [TestCase("/tmp/{name}", "must not be absolute")]
    [TestCase("C:{name}", "must not be absolute")]
    [TestCase("../{name}", "must contain more than dots")]
    [TestCase("a/./{name}", "must contain more than dots")]
    [TestCase("a//{name}", "must contain more than dots")]
    [TestCase("{name}/", "must contain more than dots")]
    [TestCase("", "must contain more than dots")]
    [TestCase("a\\{name}", "backslash")]
    public void Parse_invalid_template_throws(string template, string reason) =>
        Assert.That(() => NameTemplate.Parse(template), Throws.TypeOf<UsageException>().With.Message.Contains(reason));

    private static AuroraFlow Video(string? name) => new()
    {
        Id = Id,
        Name = name,
        Status = AuroraStatus.Done,
        ModelVersion = new("aurora_v1"),
        CreatedAt = new DateTimeOffset(2026, 1, 31, 23, 59, 0, TimeSpan.Zero),
        VideoOutput = "https://x.example/a.webm?signature=1",
    };
}
