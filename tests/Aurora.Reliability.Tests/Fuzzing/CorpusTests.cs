namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>The promises on the committed corpus.</summary>
[TestFixture]
public sealed class CorpusTests
{
    [TestCaseSource(typeof(Corpus), nameof(Corpus.Names))]
    public void Body_of_the_corpus_keeps_every_promise(string name) =>
        Assert.That(FuzzTarget.All.Select(target => $"{target}: {target.Fault(Corpus.Read(name))}"), Is.EqualTo(FuzzTarget.All.Select(target => $"{target}: ")));

    [Test]
    public void Corpus_is_small()
    {
        Assert.That(Corpus.Names, Has.Count.LessThanOrEqualTo(300));
        Assert.That(Corpus.Names.Sum(name => Corpus.Read(name).Length), Is.LessThanOrEqualTo(1024 * 1024));
    }
}
