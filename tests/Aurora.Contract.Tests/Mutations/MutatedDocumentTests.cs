using System.Text.Json.Nodes;
using Aurora.Contract.Tests.Replaying;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Mutations;

/// <summary>Tests that the replay detects every relevant change in the document, and reports its place.</summary>
[TestFixture]
public sealed class MutatedDocumentTests
{
    private static readonly SpecDocument Document =
        SpecDocument.Parse("aurora.yaml", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi", "aurora.yaml")));

    private ReplaySession _session = null!;

    [OneTimeSetUp]
    public void Start() => _session = new ReplaySession();

    [OneTimeTearDown]
    public void Stop() => _session.Dispose();

    [Test]
    public async Task Replay_reports_a_removed_or_replaced_value()
    {
        var edits = DocumentEdits.Of(Document).Where(edit => UndetectableEdits.ReasonFor(edit) is null && edit.IsValid).ToList();
        var undetected = new List<string>();
        foreach (var edit in edits)
        {
            if (await edit.FindAsync(Replay.RunAsync(edit.Document, _session, edit.About)) is null)
                undetected.Add(edit.Description);
        }

        TestContext.Out.WriteLine($"{edits.Count} documents.");
        Assert.That(edits, Has.Count.GreaterThan(100));
        Assert.That(undetected, Is.Empty);
    }

    [TestCaseSource(nameof(DescriptionsOfAdditions))]
    public async Task Replay_reports_an_added_or_renamed_element(string description)
    {
        var edit = Additions().Single(edit => edit.Description == description);
        Assert.That(edit.IsValid, Is.True);

        var failure = await edit.FindAsync(Replay.RunAsync(edit.Document, _session, edit.About));

        TestContext.Out.WriteLine(failure);
        Assert.That(failure, Is.Not.Null);
    }

    private static IEnumerable<string> DescriptionsOfAdditions() => Additions().Select(edit => edit.Description);

    private static DocumentEdit[] Additions()
    {
        var path = Node("#/paths").Children[0];
        var method = path.Children[0];
        var schema = Node("#/components/schemas").Children.First(node => node["properties"] is not null);
        var properties = schema["properties"]!;
        var listed = Node("#/components/schemas").Children.First(node => node["enum"] is not null)["enum"]!;
        var text = new JsonObject { ["type"] = "string" };
        return
        [
            Added("property", properties, properties, json => json["added"] = text.DeepClone()),
            Added("required property", schema, schema, json =>
            {
                json["properties"]!["added"] = text.DeepClone();
                json["required"]!.AsArray().Add("added");
            }),
            Added("enum value", listed, listed, json => json.AsArray().Add("added")),
            Added("query parameter", method, method["parameters"]!, json => json["parameters"]!.AsArray().Add(Parameter("query", isRequired: false))),
            Added("required query parameter", method, method["parameters"]!, json => json["parameters"]!.AsArray().Add(Parameter("query", isRequired: true))),
            Added("required header", method, method["parameters"]!, json => json["parameters"]!.AsArray().Add(Parameter("header", isRequired: true))),
            Added("operation", path, path, json => json["delete"] = new JsonObject
            {
                ["operationId"] = "aurora_added",
                ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "" } },
            }),
            Added("schema", Node("#/components/schemas"), Node("#/components/schemas"), json => json["Added"] = text.DeepClone()),
            Added("response with a different content type", method["responses"]!, method["responses"]!, json => json["206"] = new JsonObject
            {
                ["description"] = "",
                ["content"] = new JsonObject { ["text/html"] = new JsonObject() },
            }),
            Added(
                "key",
                method,
                method["security"]!,
                json => json["security"]![0]!.AsObject().Add(new("added", new JsonArray())),
                root => root["components"]!["securitySchemes"]!["added"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X-Added" }),
            .. Node("#/components/securitySchemes").Children
                .Select(scheme => DocumentEdit.Replace(Document, scheme["name"]!, "X-Renamed", $"the header {scheme.Name} is renamed")),
            .. properties.Children.Select(property => DocumentEdit.Rename(Document, property, property.Name + "_renamed")),
            .. properties.Children.Select(ToggleNullable),
            .. properties.Children.Where(property => schema["required"]!.Children.All(name => name.Text != property.Name))
                .Select(property => MakeRequired(schema["required"]!, property)),
            DocumentEdit.Rename(Document, path, path.Name.TrimEnd('/')),
            DocumentEdit.Rename(Document, path, path.Name + "more/"),
            DocumentEdit.Rename(Document, method, "post"),
        ];
    }

    private static DocumentEdit ToggleNullable(SpecNode property) =>
        DocumentEdit.Change(Document, property, $"{property.Name} is {(property["nullable"] is null ? "nullable" : "not nullable")}", property, json =>
        {
            if (!json.AsObject().Remove("nullable"))
                json["nullable"] = true;
            return json;
        });

    private static DocumentEdit MakeRequired(SpecNode required, SpecNode property) =>
        DocumentEdit.Change(Document, required, $"{property.Name} is required", property, json =>
        {
            json.AsArray().Add(property.Name);
            return json;
        });

    private static JsonObject Parameter(string kind, bool isRequired) =>
        new() { ["in"] = kind, ["name"] = "added", ["required"] = isRequired, ["schema"] = new JsonObject { ["type"] = "string" } };

    private static DocumentEdit Added(string element, SpecNode parent, SpecNode place, Action<JsonNode> change, Action<JsonNode>? changeRoot = null)
    {
        var edit = DocumentEdit.Change(Document, parent, $"{place.Pointer} has another {element}", place, json =>
        {
            change(json);
            return json;
        });
        if (changeRoot is null)
            return edit;
        var root = JsonNode.Parse(edit.Document.Text)!;
        changeRoot(root);
        return edit with { Document = SpecDocument.Parse("mutated", root.ToJsonString()) };
    }

    private static SpecNode Node(string pointer) => JsonPointer.Find(Document.Root, pointer)!;
}
