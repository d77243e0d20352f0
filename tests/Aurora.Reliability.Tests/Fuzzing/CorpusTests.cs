namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>Runs the checks on the committed corpus.</summary>
[TestFixture]
public sealed class CorpusTests
{
    [TestCaseSource(typeof(Corpus), nameof(Corpus.Names))]
    public void Corpus_body_passes_all_checks(string name) =>
        Assert.That(FuzzTarget.All.Where(target => target.Check(Corpus.Read(name)) is not null).Select(target => $"{target}: {target.Check(Corpus.Read(name))}"), Is.Empty);

    [Test]
    public void Corpus_is_small()
    {
        Assert.That(Corpus.Names, Has.Count.LessThanOrEqualTo(300));
        Assert.That(Corpus.Names.Sum(name => Corpus.Read(name).Length), Is.LessThanOrEqualTo(1024 * 1024));
    }
}
