using Aurora.Spec.Diffing;

namespace Aurora.Spec.Tests.Diffing;

/// <summary>
/// Small pairs of documents and their expected differences. To see the differences of a pair, run
/// <c>dotnet run --project src/Aurora.Spec -- diff tests/Aurora.Spec.Tests/Diffing/Pairs/endpoints/{old,new}.yaml</c>.
/// </summary>
[TestFixture]
public sealed class PairTests
{
    [TestCaseSource(typeof(DocumentPair), nameof(DocumentPair.Names))]
    public void Compare_returns_the_expected_differences_of(string name)
    {
        var pair = DocumentPair.Read(name);

        Assert.That(pair.Actual, Is.EqualTo(pair.Expected), $"All differences:\n{string.Join('\n', pair.Actual)}\n");
    }

    [Test]
    public void Every_rule_is_used_by_a_pair()
    {
        var expected = DocumentPair.Names.SelectMany(name => DocumentPair.Read(name).Differences).Select(difference => difference.Rule.Id).ToHashSet();

        Assert.That(RuleCatalog.All.Select(rule => rule.Id).Where(rule => !expected.Contains(rule)), Is.Empty);
    }

    [TestCaseSource(typeof(DocumentPair), nameof(DocumentPair.Names))]
    public void Compare_of_a_document_with_itself_returns_nothing_in(string name)
    {
        var pair = DocumentPair.Read(name);

        Assert.That(DocumentDiff.Compare(pair.Current, pair.Current, DocumentPair.Today), Is.Empty);
    }
}
