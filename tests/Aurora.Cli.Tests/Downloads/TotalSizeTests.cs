using Aurora.Cli.Downloads;
using Aurora.Client;

namespace Aurora.Cli.Tests.Downloads;

[TestFixture]
public sealed class TotalSizeTests
{
    [Test]
    public void Estimate_unknown_sizes_uses_mean_of_known_sizes()
    {
        var (first, second) = (new PlannedFile(new AuroraFlow(), "1"), new PlannedFile(new AuroraFlow(), "2"));
        var size = new TotalSize(4);
        Assert.That(size.Estimate, Is.Null);

        size.Set(first, 10, 100);
        size.Set(second, 0, null);
        Assert.That((size.Length, size.Estimate), Is.EqualTo((10L, 400L)));

        size.Set(second, 50, 300);
        Assert.That((size.Length, size.Estimate), Is.EqualTo((60L, 800L)));

        size.Complete(second);
        Assert.That((size.Length, size.Estimate), Is.EqualTo((60L, 300L)));
    }
}
