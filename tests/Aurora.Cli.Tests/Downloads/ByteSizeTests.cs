using Aurora.Cli.Downloads;

namespace Aurora.Cli.Tests.Downloads;

[TestFixture]
public sealed class ByteSizeTests
{
    [TestCase(0, "0 B")]
    [TestCase(999, "999 B")]
    [TestCase(1000, "1 KB")]
    [TestCase(1_249_000_000, "1.2 GB")]
    [TestCase(999_960, "1 MB")]
    [TestCase(long.MaxValue, "9.2 EB")]
    public void Format_bytes_uses_largest_unit(long bytes, string text) => Assert.That(ByteSize.Format(bytes), Is.EqualTo(text));
}
