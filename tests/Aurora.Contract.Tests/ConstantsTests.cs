using Aurora.Client;
using Aurora.Spec.Checks;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests;

/// <summary>What the client says by hand is what the document says in prose, or where the generator does not look.</summary>
[TestFixture]
public sealed class ConstantsTests
{
    private static readonly HandWrittenConstants Document =
        HandWrittenConstants.In(SpecDocument.Parse("aurora.yaml", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi", "aurora.yaml"))));

    [Test]
    public void MaxIds_is_the_number_in_the_description_of_ids() => Assert.That(Document.MaxIds, Is.EqualTo(AuroraApi.MaxIds));

    [Test]
    public void Header_names_are_those_of_the_security_schemes_that_go_together() =>
        Assert.That((Document.IdHeader, Document.KeyHeader), Is.EqualTo((AuroraApi.IdHeader, AuroraApi.KeyHeader)));

    [Test]
    public void ListPath_is_the_path_of_the_operation() => Assert.That(Document.ListPath, Is.EqualTo(AuroraApi.ListPath));

    [Test]
    public void DefaultBaseAddress_is_by_hand_only_while_the_document_names_no_server() => Assert.That(Document.DefaultBaseAddressIsOurs, Is.True);
}
