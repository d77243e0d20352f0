using System.Text;

namespace Aurora.Spec.Tests.Sources;

[TestFixture]
public sealed class SourceTextTests
{
    [Test]
    public async Task Byte_order_mark_and_carriage_returns_are_removed()
    {
        var document = await SourceSession.ReadAsync("\uFEFF" + SourceSession.Minimal.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.That(document.Text, Is.EqualTo(SourceSession.Minimal));
    }

    [TestCase(new byte[] { }, "standard input: the source is empty.")]
    [TestCase(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'\r', (byte)'\n', (byte)' ' }, "standard input: the source is empty.")]
    [TestCase(new byte[] { (byte)'a', 0xFF, (byte)'b' }, "standard input: not UTF-8, because the byte at offset 1 is invalid.")]
    [TestCase(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'a', 0xC3 }, "standard input: not UTF-8, because the byte at offset 4 is invalid.")]
    [TestCase(new byte[] { (byte)'a', 0, (byte)'b' }, "standard input: not text, because the byte at offset 1 is NUL.")]
    public async Task Bytes_that_are_not_text_are_refused(byte[] bytes, string refusal)
    {
        var lines = await SourceSession.RefusalAsync(() => SourceSession.ReadAsync(bytes));

        Assert.That(lines[0], Is.EqualTo(refusal));
        Assert.That(lines, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Text_of_the_maximum_size_is_read()
    {
        var text = SourceSession.Minimal + "#" + new string('a', (16 * 1024 * 1024) - SourceSession.Minimal.Length - 1);

        Assert.That((await SourceSession.ReadAsync(Encoding.ASCII.GetBytes(text))).Text, Has.Length.EqualTo(16 * 1024 * 1024));
    }

    [Test]
    public async Task Endless_standard_input_is_read_up_to_the_maximum_size()
    {
        await using var endless = new EndlessStream();

        var refusal = await SourceSession.RefusalAsync(() => SourceSession.ReadAsync(endless));

        Assert.That(refusal[0], Is.EqualTo("standard input: larger than 16 MiB."));
        Assert.That(endless.Taken, Is.EqualTo((16 * 1024 * 1024) + 1));
    }
}
