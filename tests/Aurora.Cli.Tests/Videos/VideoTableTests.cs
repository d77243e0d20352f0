using Aurora.Cli.Videos;
using Aurora.Client;
using Spectre.Console;

namespace Aurora.Cli.Tests.Videos;

[TestFixture]
public sealed class VideoTableTests
{
    private static readonly AuroraFlow Video = new()
    {
        Id = new Guid("e667f9aa-c26f-4f16-9819-66d0c8b626a0"),
        Name = "Weekly update",
        Status = AuroraStatus.Done,
        Progress = 1,
        Duration = 53,
        CreditsUsed = 26.5,
        CreatedAt = new DateTimeOffset(2025, 9, 1, 10, 4, 8, TimeSpan.Zero),
    };

    [Test]
    [SetCulture("de-DE")]
    public void Write_without_color_writes_plain_text() => Assert.That(
        Lines(80, hasColor: false, Video, new AuroraFlow { Status = AuroraStatus.InQueue, Duration = 600, CreditsUsed = 1 }),
        Is.EqualTo(new[]
        {
            "ID        NAME           STATUS      %  LENGTH  CREDITS  CREATED (UTC)",
            "e667f9aa  Weekly update  done      100    0:53     26.5  2025-09-01 10:04",
            "00000000  -              in_queue    0   10:00        1  -",
        }));

    [TestCase("done", "32")]
    [TestCase("failed", "31")]
    [TestCase("rejected", "31")]
    [TestCase("running", "33")]
    [TestCase("pending", "90")]
    [TestCase("in_queue", "90")]
    public void Write_known_status_has_color(string status, string code) =>
        Assert.That(Lines(80, hasColor: true, new AuroraFlow { Status = status })[1], Does.Match($@"\e\[{code}m{status}\e\["));

    [Test]
    public void Write_unknown_status_has_no_color() =>
        Assert.That(Lines(80, hasColor: true, new AuroraFlow { Status = "paused" })[1], Does.Contain("  paused ").And.Not.Match(@"\e"));

    [TestCase(80)]
    [TestCase(100)]
    [TestCase(120)]
    public void Write_long_name_is_truncated(int width)
    {
        var lines = Lines(width, hasColor: false, new AuroraFlow { Name = new string('x', 200), CreatedAt = Video.CreatedAt });

        Assert.That(lines, Has.Length.EqualTo(2));
        Assert.That(lines[1], Does.Contain("x…  ").And.EndsWith("10:04"));
        Assert.That(lines[1], Has.Length.EqualTo(width));
    }

    [Test]
    public void Write_wide_characters_keeps_columns_aligned()
    {
        var lines = Lines(80, hasColor: false, Video, new AuroraFlow { Name = "春のキャンペーン春のキャンペーン", CreatedAt = Video.CreatedAt });

        Assert.That(lines.Skip(1).Select(line => line.GetCellWidth()).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Write_markup_and_escapes_are_not_interpreted()
    {
        var line = Lines(80, hasColor: true, new AuroraFlow { Name = "[red]x[/] \e[2J" })[1];

        Assert.That(line, Does.Contain("[red]x[/] \uFFFD[2J").And.Not.Match(@"\e"));
    }

    [Test]
    public void Write_narrow_terminal_writes_one_line_per_video() =>
        Assert.That(Lines(20, hasColor: false, Video, Video), Has.Length.EqualTo(3));

    private static string[] Lines(int width, bool hasColor, params AuroraFlow[] videos)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new VideoTable(width, hasColor).Write(videos, output);
        return output.ToString().TrimEnd('\n').Split('\n').Select(line => hasColor ? line : line.TrimEnd()).ToArray();
    }
}
