using System.Text.Json.Nodes;
using Aurora.Contract.Tests.Replaying;
using Aurora.Spec;
using Aurora.Spec.Documents;
using Aurora.Spec.Validation;

namespace Aurora.Contract.Tests.Mutating;

/// <summary>The replay bites: whatever the document says otherwise, it fails, and names the place.</summary>
[TestFixture]
internal sealed class MutatedDocumentTests
{
    private static readonly SpecDocument Document = SpecDocument.Parse("aurora.yaml", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi", "aurora.yaml")));

    private ReplayStage _stage = null!;

    [OneTimeSetUp]
    public void Start() => _stage = new ReplayStage();

    [OneTimeTearDown]
    public void Stop() => _stage.Dispose();

    [Test]
    public async Task Every_value_that_goes_or_changes_is_noticed_where_it_stands()
    {
        var edits = DocumentEdits.Of(Document).Where(edit => SaysNothing.WhyOf(edit) is null && IsValid(edit.Document)).ToList();
        var unnoticed = new List<string>();
        foreach (var edit in edits)
        {
            if (await NoticedAsync(edit) is null)
                unnoticed.Add(edit.What);
        }

        TestContext.Out.WriteLine($"{edits.Count} documents.");
        Assert.That(edits, Has.Count.GreaterThan(100));
        Assert.That(unnoticed, Is.Empty);
    }

    [TestCaseSource(nameof(Gains))]
    public async Task Everything_that_comes_is_noticed_where_it_stands(DocumentEdit edit)
    {
        Assert.That(IsValid(edit.Document), Is.True);

        var failure = await NoticedAsync(edit);

        TestContext.Out.WriteLine(failure);
        Assert.That(failure, Is.Not.Null);
    }

    private static IEnumerable<TestCaseData> Gains()
    {
        var path = Node("#/paths").Children[0];
        var method = path.Children[0];
        var schema = Node("#/components/schemas").Children.First(node => node["properties"] is not null);
        var properties = schema["properties"]!;
        var listed = Node("#/components/schemas").Children.First(node => node["enum"] is not null)["enum"]!;
        var text = new JsonObject { ["type"] = "string" };
        DocumentEdit[] edits =
        [
            Gained("a property", properties, properties, json => json["gained"] = text.DeepClone()),
            Gained("a property that is required", schema, schema, json =>
            {
                json["properties"]!["gained"] = text.DeepClone();
                json["required"]!.AsArray().Add("gained");
            }),
            Gained("a value of an enum", listed, listed, json => json.AsArray().Add("gained")),
            Gained("a query parameter", method, method["parameters"]!, json => json["parameters"]!.AsArray().Add(Parameter("query", isRequired: false))),
            Gained("a required query parameter", method, method["parameters"]!, json => json["parameters"]!.AsArray().Add(Parameter("query", isRequired: true))),
            Gained("a required header", method, method["parameters"]!, json => json["parameters"]!.AsArray().Add(Parameter("header", isRequired: true))),
            Gained("an operation", path, path, json => json["delete"] = new JsonObject { ["operationId"] = "aurora_gained", ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "" } } }),
            Gained("a schema", Node("#/components/schemas"), Node("#/components/schemas"), json => json["Gained"] = text.DeepClone()),
            Gained("a response of another form", method["responses"]!, method["responses"]!, json => json["206"] = new JsonObject { ["description"] = "", ["content"] = new JsonObject { ["text/html"] = new JsonObject() } }),
            Gained("a key", method, method["security"]!, json =>
                json["security"]![0]!.AsObject().Add(new("gained", new JsonArray())), root => root["components"]!["securitySchemes"]!["gained"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X-Gained" }),
            .. Node("#/components/securitySchemes").Children.Select(scheme => DocumentEdit.Replace(Document, scheme["name"]!, "X-Renamed", $"the header {scheme.Name} is called otherwise")),
            .. properties.Children.Select(property => DocumentEdit.Rename(Document, property, property.Name + "_renamed")),
            .. properties.Children.Select(property => DocumentEdit.Add(Document, property, $"{property.Name} {(property["nullable"] is null ? "gains" : "loses")} nullable", property, json =>
            {
                if (!json.AsObject().Remove("nullable"))
                    json["nullable"] = true;
                return json;
            })),
            .. properties.Children.Where(property => schema["required"]!.Children.All(name => name.Text != property.Name)).Select(property =>
                DocumentEdit.Add(Document, schema["required"]!, $"{property.Name} becomes required", property, json => { json.AsArray().Add(property.Name); return json; })),
            DocumentEdit.Rename(Document, path, path.Name.TrimEnd('/')),
            DocumentEdit.Rename(Document, path, path.Name + "more/"),
            DocumentEdit.Rename(Document, method, "post"),
        ];
        return edits.Select(edit => new TestCaseData(edit).SetArgDisplayNames(edit.What));
    }

    private static JsonObject Parameter(string kind, bool isRequired) =>
        new() { ["in"] = kind, ["name"] = "gained", ["required"] = isRequired, ["schema"] = new JsonObject { ["type"] = "string" } };

    private static DocumentEdit Gained(string what, SpecNode holder, SpecNode place, Action<JsonNode> change, Action<JsonNode>? also = null)
    {
        var edit = DocumentEdit.Add(Document, holder, $"{place.Pointer} gains {what}", place, json => { change(json); return json; });
        if (also is null)
            return edit;
        var root = JsonNode.Parse(edit.Document.Text)!;
        also(root);
        return edit with { Document = SpecDocument.Parse("mutated", root.ToJsonString()) };
    }

    private async Task<ReplayFailure?> NoticedAsync(DocumentEdit edit)
    {
        await foreach (var failure in Replay.RunAsync(edit.Document, _stage, about: edit.About))
        {
            if (edit.IsNamedBy(failure))
                return failure;
        }

        return null;
    }

    private static bool IsValid(SpecDocument document)
    {
        try
        {
            DocumentValidator.EnsureValid(document);
            _ = Aurora.Document.AuroraDocument.OfJson(document.Text);
            return true;
        }
        catch (Exception exception) when (exception is SpecException or Newtonsoft.Json.JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static SpecNode Node(string pointer) => JsonPointer.Find(Document.Root, pointer)!;
}
