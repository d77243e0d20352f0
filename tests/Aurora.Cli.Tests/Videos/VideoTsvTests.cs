using Aurora.Cli.Videos;
using Aurora.Client;

namespace Aurora.Cli.Tests.Videos;

[TestFixture]
public sealed class VideoTsvTests
{
    [Test]
    [SetCulture("de-DE")]
    public void Write_video_writes_seven_fields()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var name = new string('x', 200);

        VideoTsv.Write(
            [
                new AuroraFlow
                {
                    Id = new Guid("e667f9aa-c26f-4f16-9819-66d0c8b626a0"),
                    Name = $"one\ttwo\n{name}",
                    Status = AuroraStatus.Running,
                    Progress = 0.56,
                    Duration = 61,
                    CreditsUsed = 30.5,
                    CreatedAt = new DateTimeOffset(2025, 9, 1, 12, 4, 8, TimeSpan.FromHours(2)),
                },
            ],
            output);

        Assert.That(output.ToString(), Is.EqualTo(
            "ID\tSTATUS\tPERCENT\tSECONDS\tCREDITS\tCREATED\tNAME\n" +
            $"e667f9aa-c26f-4f16-9819-66d0c8b626a0\trunning\t56\t61\t30.5\t2025-09-01T10:04:08Z\tone two {name}\n"));
    }
}
