using Aurora.Cli.Videos;
using Aurora.Client;
using nietras.SeparatedValues;

namespace Aurora.Cli.Tests.Videos;

[TestFixture]
public sealed class VideoCsvTests
{
    [TestCase("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [TestCase("+1", "'+1")]
    [TestCase("-2+3", "'-2+3")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("＝1+1", "'＝1+1")]
    [TestCase("\t=1", "'\t=1")]
    [TestCase("plain = text", "plain = text")]
    public void Write_formula_is_escaped(string name, string cell) =>
        Assert.That(Cell("name", new AuroraFlow { Name = name }), Is.EqualTo(cell));

    [TestCase("a,b")]
    [TestCase("say \"hi\"")]
    [TestCase("two\nlines")]
    [TestCase("a\r\nb")]
    [TestCase(" edges ")]
    [TestCase("Démo 春 🎉")]
    public void Write_special_characters_round_trip(string name) =>
        Assert.That(Cell("name", new AuroraFlow { Name = name }), Is.EqualTo(name));

    [Test]
    public void Write_negative_number_is_not_escaped() =>
        Assert.That(Cell("credits_used", new AuroraFlow { CreditsUsed = -1.5 }), Is.EqualTo("-1.5"));

    [Test]
    public void Write_no_videos_writes_header() => Assert.That(Written(), Does.StartWith("id,created_at,").And.EndWith("editor_url\n"));

    [Test]
    public void Write_missing_values_are_empty()
    {
        Assert.That(Cell("audio", new AuroraFlow()), Is.Empty);
        Assert.That(Cell("created_at", new AuroraFlow()), Is.Empty);
        Assert.That(Cell("name", new AuroraFlow()), Is.Empty);
    }

    private static string Cell(string column, AuroraFlow video)
    {
        using var reader = Sep.New(',').Reader(options => options with { Unescape = true }).FromText(Written(video));
        Assert.That(reader.MoveNext(), Is.True);
        return reader.Current[column].ToString();
    }

    private static string Written(params AuroraFlow[] videos)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using (var csv = new VideoCsv(output))
        {
            foreach (var video in videos)
                csv.Write(video);
        }

        return output.ToString();
    }
}
