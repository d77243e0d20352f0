using Aurora.Cli.Terminals;
using Aurora.Cli.Watches;
using Aurora.Client;
using Aurora.Terminals;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace Aurora.Cli.Tests.Watches;

[TestFixture]
public sealed class WatchTableTests
{
    private readonly FakeTimeProvider _clock = new();

    [TestCase(40)]
    [TestCase(64)]
    [TestCase(65)]
    [TestCase(80)]
    [TestCase(120)]
    [TestCase(200)]
    public void Draw_any_width_keeps_video_on_one_line(int width)
    {
        var videos = Videos(3);
        Update(videos, 0, AuroraStatus.Running, 0.5, new string('x', 300));
        Update(videos, 1, AuroraStatus.Running, double.NaN, "春のキャンペーン 15秒");
        _clock.Advance(TimeSpan.FromHours(95));

        var lines = Draw(videos, new TerminalSize(width, 24));

        Assert.That(lines, Has.Length.EqualTo(4));
        Assert.That(lines.Select(line => line.GetCellWidth()), Is.All.LessThanOrEqualTo(width));
    }

    [Test]
    public void Draw_more_videos_than_lines_shows_active_videos_first()
    {
        var videos = Videos(10);
        Update(videos, 0, AuroraStatus.Done, 1, "finished");
        Update(videos, 1, AuroraStatus.Pending, 0, "waiting");
        Update(videos, 9, AuroraStatus.Running, 0.5, "active");

        var lines = Draw(videos, new TerminalSize(100, 6));

        Assert.That(lines, Has.Length.EqualTo(5));
        Assert.That(lines[1], Does.Contain("active"));
        Assert.That(lines[2], Does.Contain("waiting"));
        Assert.That(lines[^1], Is.EqualTo("and 7 more"));
    }

    [Test]
    public void Draw_all_videos_fit_keeps_order()
    {
        var videos = Videos(4);
        Update(videos, 0, AuroraStatus.Done, 1, "finished");
        Update(videos, 3, AuroraStatus.Running, 0.5, "active");

        var lines = Draw(videos, new TerminalSize(100, 6));

        Assert.That(lines[1], Does.Contain("finished"));
        Assert.That(lines[4], Does.Contain("active"));
    }

    private WatchedVideos Videos(int count) => new(Enumerable.Range(1, count).Select(_ => Guid.NewGuid()), _clock);

    private static void Update(WatchedVideos videos, int index, AuroraStatus status, double progress, string name) =>
        videos.Update(new AuroraChange(new AuroraFlow { Id = videos.All[index].Id, Name = name, Status = status, Progress = progress }, null));

    private static string[] Draw(WatchedVideos videos, TerminalSize size)
    {
        using var output = new StringWriter { NewLine = "\n" };
        AnsiOutput.Write(new WatchTable(videos, hasColor: false).Draw(size), output, size.Width, hasColor: false);
        return [.. output.ToString().TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];
    }
}
