using System.Text.Json.Nodes;
using Aurora.Contract.Tests.Growth;
using Aurora.Contract.Tests.Replaying;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Mutations;

/// <summary>Tests that the replay detects every relevant change in the bodies of requests.</summary>
[TestFixture]
public sealed class MutatedRequestTests
{
    // A replaced type or format is found in responses too.
    private static readonly string[] Keywords = ["maxLength", "nullable", "readOnly"];

    [Test]
    public async Task Replay_reports_every_change_in_a_body()
    {
        var document = GrowthDocument.Parse("patch-and-delete");
        var client = await GrownClient.OfAsync(document);

        Assert.That(await client.Bind<Func<SpecDocument, Task<IReadOnlyList<string>>>>(UndetectedAsync)(document), Is.Empty);
    }

    /// <summary>Returns the edits of a document that the replay does not detect.</summary>
    internal static async Task<IReadOnlyList<string>> UndetectedAsync(SpecDocument document)
    {
        using var session = new ReplaySession();
        var edits = Removals(document).Concat(Additions(document)).Where(edit => edit.IsValid).ToList();
        var undetected = new List<string>();
        foreach (var edit in edits)
        {
            if (await edit.FindAsync(Replay.RunRequestsAsync(edit.Document, session, edit.About)) is null)
                undetected.Add(edit.Description);
        }

        TestContext.Out.WriteLine($"{edits.Count} documents.");
        Assert.That(edits, Has.Count.GreaterThan(50));
        return undetected;
    }

    private static IEnumerable<DocumentEdit> Removals(SpecDocument document) => DocumentEdit.Nodes(document.Root)
        .Where(node => node.Pointer.Contains("/requestBody/content/application~1json/", StringComparison.Ordinal) || (Keywords.Contains(node.Name) && IsSent(node)))
        .Select(node => DocumentEdit.Remove(document, node));

    // Null is never sent for a read-only property.
    private static bool IsSent(SpecNode keyword) => keyword.Name == "readOnly" || keyword.Parent!["readOnly"] is null;

    private static IEnumerable<DocumentEdit> Additions(SpecDocument document) =>
        new[] { "AuroraFlow", "PatchedAuroraFlow" }.SelectMany(name => document.Root.At("components", "schemas", name, "properties")!.Children)
            .Where(property => property["readOnly"] is null)
            .SelectMany(property => Limits(property).Select(limit => Change(document, property, limit.Keyword, limit.Value))
                .Append(Change(document, property, "readOnly", true))
                .Append(Change(document, property, "nullable", property["nullable"] is null))
                .Append(DocumentEdit.Rename(document, property, property.Name + "_renamed")));

    private static (string Keyword, int Value)[] Limits(SpecNode property) => property["type"]?.Text switch
    {
        "string" => [("minLength", 100), ("maxLength", 100)],
        "number" => [("minimum", 2), ("maximum", 2)],
        _ => [],
    };

    private static DocumentEdit Change(SpecDocument document, SpecNode property, string keyword, JsonNode value) =>
        DocumentEdit.Change(document, property, $"{property.Pointer} has {keyword} {value}", property, json =>
        {
            json[keyword] = value;
            return json;
        });
}
