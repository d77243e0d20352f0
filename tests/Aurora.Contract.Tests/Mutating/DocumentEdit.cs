using System.Text.Json.Nodes;
using Aurora.Spec.Documents;
using Aurora.Spec.Tests.Diffing;

namespace Aurora.Contract.Tests.Mutating;

/// <summary>A document in which one thing is another.</summary>
/// <param name="What">What was done, for a person.</param>
/// <param name="Place">Where, as a JSON pointer.</param>
/// <param name="Name">What it is called: a failure that says it names the place.</param>
/// <param name="Document">The document.</param>
internal sealed record DocumentEdit(string What, string Place, string Name, SpecDocument Document)
{
    /// <summary>The property that it is in, or else its name: answers that say it come first.</summary>
    public string About => Place.Split("/properties/") is [_, .., var inner] ? inner.Split('/')[0] : Name;

    // The name that the document gives to what it is in.
    private string? Component => Place.Split('/') is ["#", "components", _, var name, _, ..] ? name : null;

    // What is of a schema that has a name of its own is told of where it is used.
    private IEnumerable<string> Users => field ??= [.. Nodes(Document.Root)
        .Where(node => node.Name == "$ref" && IsIn(Place, node.Text))
        .Select(node => node.Parent!.Parent is { Name: "allOf" } allOf ? allOf.Parent!.Pointer : node.Parent.Pointer)];

    public static DocumentEdit Remove(SpecDocument document, SpecNode node) => Replace(document, node, null, $"without {node.Pointer}");

    public static DocumentEdit Replace(SpecDocument document, SpecNode node, JsonNode? other, string? what = null) => new(
        what ?? $"{node.Pointer} = {other!.ToJsonString()}", PlaceOf(node), NameOf(node), Parse(DocumentJson.Of(document.Root, child => child == node, _ => other)));

    /// <summary>The document with a key that is called otherwise.</summary>
    public static DocumentEdit Rename(SpecDocument document, SpecNode node, string name) => Add(document, node.Parent!, $"{node.Pointer} is called {name}", node, json =>
        new JsonObject(json.AsObject().Select(pair => KeyValuePair.Create(pair.Key == node.Name ? name : pair.Key, pair.Value?.DeepClone()))));

    /// <summary>The document with more in one of its nodes.</summary>
    /// <param name="document">The document.</param>
    /// <param name="holder">What gains something.</param>
    /// <param name="what">What was done.</param>
    /// <param name="place">What it is about.</param>
    /// <param name="change">Changes the node, or makes another of it.</param>
    public static DocumentEdit Add(SpecDocument document, SpecNode holder, string what, SpecNode place, Func<JsonNode, JsonNode> change) => new(
        what, place.Pointer, NameOf(place), Parse(DocumentJson.Of(document.Root, child => child == holder, node => change(DocumentJson.Of(node, _ => false, _ => null)))));

    /// <summary>
    /// Whether a failure is about this place: the one that it names is this, is around it or is in it, or is a property of this schema,
    /// or its text says the name.
    /// </summary>
    public bool IsNamedBy(Replaying.ReplayFailure failure) =>
        failure.Place != "#"
        && (IsIn(Place, failure.Place) || IsIn(failure.Place, Place) || Users.Any(user => IsIn(failure.Place, user))
            || (Component is not null && failure.Text.Contains($"'{Component}'", StringComparison.Ordinal))
            || failure.Text.Contains($"'{Name}'", StringComparison.Ordinal) || failure.Text.Contains($".{Name}", StringComparison.Ordinal));

    // The names that are required are those of the schema's properties.
    private static string PlaceOf(SpecNode node) => node is { Name: "required", Kind: SpecNodeKind.Sequence } ? node.Parent!.Pointer : node.Pointer;

    private static bool IsIn(string inner, string outer) => inner == outer || inner.StartsWith(outer + "/", StringComparison.Ordinal);

    // An item of a list of names is called by its text.
    private static string NameOf(SpecNode node) => node.Parent?.Kind == SpecNodeKind.Sequence && node.IsScalar ? node.Text : node.Name;

    private static SpecDocument Parse(JsonNode json) => SpecDocument.Parse("mutated", json.ToJsonString());

    /// <summary>All that a node holds.</summary>
    public static IEnumerable<SpecNode> Nodes(SpecNode node) => node.Children.SelectMany(child => Nodes(child).Prepend(child));
}
