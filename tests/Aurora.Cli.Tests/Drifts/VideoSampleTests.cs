using Aurora.Cli.Drifts;
using Aurora.Client;

namespace Aurora.Cli.Tests.Drifts;

[TestFixture]
public sealed class VideoSampleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Add_videos_without_id_or_time_are_ignored()
    {
        var sample = SampleOf(new AuroraFlow { CreatedAt = Noon }, new AuroraFlow { Id = Guid.NewGuid() });

        Assert.That(sample.Ids, Is.Empty);
    }

    [Test]
    public void Add_indistinguishable_videos_keeps_one()
    {
        var first = new AuroraFlow { Id = Guid.NewGuid(), CreatedAt = Noon };

        var sample = SampleOf(
            first,
            new AuroraFlow { Id = Guid.NewGuid(), CreatedAt = Noon },
            new AuroraFlow { Id = first.Id, CreatedAt = Noon.AddDays(1) });

        Assert.That(sample.Ids, Is.EqualTo(new[] { first.Id }));
    }

    [TestCase(1, "-created_at")]
    [TestCase(-1, "created_at")]
    public void Ordering_two_videos_reverses_their_order(int days, string ordering)
    {
        var sample = SampleOf(
            new AuroraFlow { Id = Guid.NewGuid(), CreatedAt = Noon },
            new AuroraFlow { Id = Guid.NewGuid(), CreatedAt = Noon.AddDays(days) });

        Assert.That(sample.Ordering.ToString(), Is.EqualTo(ordering));
    }

    private static VideoSample SampleOf(params AuroraFlow[] videos)
    {
        var sample = new VideoSample();
        foreach (var video in videos)
            sample.Add(video);
        return sample;
    }
}
