using Aurora.Cli.Drifts;
using Aurora.Client;

namespace Aurora.Cli.Tests.Drifts;

internal sealed class VideoSampleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Add_videosThatDoNotSayWhoOrWhenTheyAre_areNotTaken()
    {
        var sample = Of(new AuroraFlow { CreatedAt = Noon }, new AuroraFlow { Id = Guid.NewGuid() });

        Assert.That(sample.Ids, Is.Empty);
    }

    [Test]
    public void Add_videosThatNoOrderTellsApart_areNotTakenTogether()
    {
        var first = new AuroraFlow { Id = Guid.NewGuid(), CreatedAt = Noon };

        var sample = Of(first, new AuroraFlow { Id = Guid.NewGuid(), CreatedAt = Noon }, new AuroraFlow { Id = first.Id, CreatedAt = Noon.AddDays(1) });

        Assert.That(sample.Ids, Is.EqualTo(new[] { first.Id }));
    }

    [TestCase(1, "-created_at")]
    [TestCase(-1, "created_at")]
    public void Ordering_isTheOppositeOfTheOrderInWhichTheyCame(int days, string ordering)
    {
        var sample = Of(new AuroraFlow { Id = Guid.NewGuid(), CreatedAt = Noon }, new AuroraFlow { Id = Guid.NewGuid(), CreatedAt = Noon.AddDays(days) });

        Assert.That(sample.Ordering.ToString(), Is.EqualTo(ordering));
    }

    private static VideoSample Of(params AuroraFlow[] videos)
    {
        var sample = new VideoSample();
        foreach (var video in videos)
            sample.Add(video);
        return sample;
    }
}
