using System.Text;

namespace Aurora.Client.Tests.Json.Reading;

[TestFixture]
public sealed class CutTokenTests
{
    [TestCase("  \"a\\\"b\\\\\"", 10, TestName = "text")]
    [TestCase("\"name\"  :", 6, 9, TestName = "name")]
    [TestCase("  ,  -12.5e+7 ", 3, 14, TestName = "number")]
    [TestCase("0.5,", 4, TestName = "number below one")]
    [TestCase("95 ,", 3, 4, TestName = "number with the largest digit")]
    [TestCase("{", 1, TestName = "object")]
    [TestCase("  true", 3, 4, 5, 6, TestName = "literal")]
    [TestCase("\"a\n", 3, TestName = "control character")]
    [TestCase("      ", TestName = "space")]
    public void MayEnd_is_true_when_the_reader_can_continue(string json, params int[] lengths)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var cut = new CutToken();

        var ends = Enumerable.Range(1, utf8.Length).Where(length => cut.MayEnd(utf8.AsSpan(0, length))).ToList();

        Assert.That(ends, Is.EqualTo(lengths));
        Assert.That(cut.Examined, Is.EqualTo(utf8.Length));
    }
}
