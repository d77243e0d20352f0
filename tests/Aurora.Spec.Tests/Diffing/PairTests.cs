using Aurora.Spec.Diffing;

namespace Aurora.Spec.Tests.Diffing;

/// <summary>
/// Small pairs of documents, and what is to be said of them. To see one as a maintainer would:
/// <c>dotnet run --project src/Aurora.Spec -- diff tests/Aurora.Spec.Tests/Diffing/Pairs/endpoints/{old,new}.yaml</c>.
/// </summary>
[TestFixture]
public sealed class PairTests
{
    [TestCaseSource(typeof(DocumentPair), nameof(DocumentPair.Names))]
    public void Compare_says_what_is_expected_of(string name)
    {
        var pair = DocumentPair.Read(name);

        Assert.That(pair.Actual, Is.EqualTo(pair.Expected), $"All that was found:\n{string.Join('\n', pair.Actual)}\n");
    }

    [Test]
    public void Every_rule_is_expected_of_some_pair()
    {
        var expected = DocumentPair.Names.SelectMany(name => DocumentPair.Read(name).Differences).Select(difference => difference.Rule.Id).ToHashSet();

        Assert.That(RuleCatalog.All.Select(rule => rule.Id).Where(rule => !expected.Contains(rule)), Is.Empty);
    }

    [TestCaseSource(typeof(DocumentPair), nameof(DocumentPair.Names))]
    public void A_document_does_not_differ_from_itself_in(string name)
    {
        var pair = DocumentPair.Read(name);

        Assert.That(DocumentDiff.Compare(pair.Current, pair.Current, DocumentPair.Today), Is.Empty);
    }
}
