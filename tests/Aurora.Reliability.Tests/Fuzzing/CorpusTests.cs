namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>Runs the checks on the committed corpus.</summary>
[TestFixture]
public sealed class CorpusTests
{
    [TestCaseSource(typeof(Corpus), nameof(Corpus.Names))]
    public void Corpus_body_passes_all_checks(string name)
    {
        var body = Corpus.Read(name);

        Assert.That(FuzzTarget.All.Select(target => $"{target}: {target.Check(body)}"), Is.EqualTo(FuzzTarget.All.Select(target => $"{target}: ")));
    }

    [Test]
    public void Corpus_is_small()
    {
        Assert.That(Corpus.Names, Has.Count.LessThanOrEqualTo(300));
        Assert.That(Corpus.Names.Sum(name => Corpus.Read(name).Length), Is.LessThanOrEqualTo(1024 * 1024));
    }
}
