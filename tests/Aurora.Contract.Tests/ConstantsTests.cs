using System.Globalization;
using System.Text.RegularExpressions;
using Aurora.Client;
using Aurora.Document;

namespace Aurora.Contract.Tests;

/// <summary>What the client says by hand is what the document says in prose, or where the generator does not look.</summary>
[TestFixture]
public sealed partial class ConstantsTests
{
    private static readonly AuroraDocument Document = AuroraDocument.Current;

    [Test]
    public void MaxIds_is_the_number_in_the_description_of_ids()
    {
        var description = Document.List.ActualParameters.Single(parameter => parameter.Name == "ids").Description;

        Assert.That(int.Parse(MaximumEntries().Match(description).Groups[1].Value, CultureInfo.InvariantCulture), Is.EqualTo(AuroraApi.MaxIds));
    }

    [Test]
    public void Header_names_are_those_of_the_security_schemes_that_go_together() =>
        Assert.That(new[] { AuroraApi.IdHeader, AuroraApi.KeyHeader }, Is.EqualTo(Document.SecurityHeaders));

    [Test]
    public void ListPath_is_the_path_of_the_operation() =>
        Assert.That(Document.Operations.Single(operation => operation.Operation.OperationId == "aurora_list").Path, Is.EqualTo(AuroraApi.ListPath));

    [Test]
    public void DefaultBaseAddress_is_by_hand_only_while_the_document_names_no_server() => Assert.That(Document.Servers, Is.Empty);

    [GeneratedRegex("[Mm]aximum ([0-9]+) entries")]
    private static partial Regex MaximumEntries();
}
