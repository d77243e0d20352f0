using Aurora.Client;
using Aurora.Spec.Checks;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests;

/// <summary>Tests that hand-written constants match the parts of the document that the generator does not read.</summary>
[TestFixture]
public sealed class ConstantsTests
{
    private static readonly HandWrittenConstants Document =
        HandWrittenConstants.In(SpecDocument.Parse("aurora.yaml", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi", "aurora.yaml"))));

    [Test]
    public void MaxIds_matches_the_description_of_ids() => Assert.That(Document.MaxIds, Is.EqualTo(AuroraApi.MaxIds));

    [Test]
    public void Header_names_match_the_security_schemes() =>
        Assert.That((Document.IdHeader, Document.KeyHeader), Is.EqualTo((AuroraApi.IdHeader, AuroraApi.KeyHeader)));

    [Test]
    public void ListPath_matches_the_path_of_the_operation() => Assert.That(Document.ListPath, Is.EqualTo(AuroraApi.ListPath));

    [Test]
    public void DefaultBaseAddress_is_hand_written_only_if_the_document_has_no_servers() => Assert.That(Document.DefaultBaseAddressIsOurs, Is.True);
}
