using System.Text.Json.Nodes;
using Aurora.Contract.Tests.Replaying;
using Aurora.Spec;
using Aurora.Spec.Documents;
using Aurora.Spec.Validation;

namespace Aurora.Contract.Tests.Mutations;

/// <summary>An edited document.</summary>
/// <param name="Description">A description of the edit.</param>
/// <param name="Place">The JSON pointer of the edited node.</param>
/// <param name="Name">The name of the edited node. A failure that contains it refers to the edit.</param>
/// <param name="Document">The document after the edit.</param>
internal sealed record DocumentEdit(string Description, string Place, string Name, SpecDocument Document)
{
    /// <summary>Gets the name of the edited property, or of the edited node. Cases whose name contains it are replayed first.</summary>
    public string About => Place.Split("/properties/") is [_, .., var inner] ? inner.Split('/')[0] : Name;

    /// <summary>Gets a value that indicates whether the document is still an OpenAPI document.</summary>
    public bool IsValid
    {
        get
        {
            try
            {
                DocumentValidator.EnsureValid(Document);
                _ = AuroraDocument.Parse(Document.Text);
                return true;
            }
            catch (Exception exception) when (exception is SpecException or Newtonsoft.Json.JsonException or InvalidOperationException)
            {
                return false;
            }
        }
    }

    // The component that contains the node.
    private string? Component => Place.Split('/') is ["#", "components", _, var name, _, ..] ? name : null;

    // An edit in a named schema is also reported where the schema is used.
    private IEnumerable<string> Users => field ??= [.. Nodes(Document.Root)
        .Where(node => node.Name == "$ref" && IsIn(Place, node.Text))
        .Select(node => node.Parent!.Parent is { Name: "allOf" } allOf ? allOf.Parent!.Pointer : node.Parent.Pointer)];

    public static DocumentEdit Remove(SpecDocument document, SpecNode node) => Replace(document, node, null, $"without {node.Pointer}");

    public static DocumentEdit Replace(SpecDocument document, SpecNode node, JsonNode? replacement, string? description = null) => new(
        description ?? $"{node.Pointer} = {replacement!.ToJsonString()}",
        PlaceOf(node),
        NameOf(node),
        Parse(DocumentJson.Of(document.Root, child => child == node, _ => replacement)));

    /// <summary>Renames a key.</summary>
    public static DocumentEdit Rename(SpecDocument document, SpecNode node, string name) =>
        Change(document, node.Parent!, $"{node.Pointer} renamed to {name}", node, json => new JsonObject(
            json.AsObject().Select(pair => KeyValuePair.Create(pair.Key == node.Name ? name : pair.Key, pair.Value?.DeepClone()))));

    /// <summary>Changes the content of a node.</summary>
    /// <param name="document">The document.</param>
    /// <param name="parent">The node to change.</param>
    /// <param name="description">A description of the edit.</param>
    /// <param name="place">The node that failures are expected to refer to.</param>
    /// <param name="change">Changes the node, or returns a replacement.</param>
    public static DocumentEdit Change(
        SpecDocument document, SpecNode parent, string description, SpecNode place, Func<JsonNode, JsonNode> change) => new(
        description,
        place.Pointer,
        NameOf(place),
        Parse(DocumentJson.Of(document.Root, child => child == parent, node => change(DocumentJson.Of(node, _ => false, _ => null)))));

    /// <summary>Returns the first failure that refers to this edit, or null.</summary>
    public async Task<ReplayFailure?> FindAsync(IAsyncEnumerable<ReplayFailure> failures)
    {
        await foreach (var failure in failures)
        {
            if (IsReportedBy(failure))
                return failure;
        }

        return null;
    }

    /// <summary>
    /// Returns whether a failure refers to this edit. Its place must be the edited node, an ancestor or a descendant of it, or a use of the
    /// edited schema, or its text must contain the name of the node.
    /// </summary>
    private bool IsReportedBy(ReplayFailure failure) =>
        failure.Place != "#"
        && (IsIn(Place, failure.Place) || IsIn(failure.Place, Place) || Users.Any(user => IsIn(failure.Place, user))
            || (Component is not null && failure.Text.Contains($"'{Component}'", StringComparison.Ordinal))
            || failure.Text.Contains($"'{Name}'", StringComparison.Ordinal) || failure.Text.Contains($".{Name}", StringComparison.Ordinal));

    // A list of required names belongs to the schema.
    private static string PlaceOf(SpecNode node) => node is { Name: "required", Kind: SpecNodeKind.Sequence } ? node.Parent!.Pointer : node.Pointer;

    private static bool IsIn(string inner, string outer) => inner == outer || inner.StartsWith(outer + "/", StringComparison.Ordinal);

    // The name of a list item is its text.
    private static string NameOf(SpecNode node) => node.Parent?.Kind == SpecNodeKind.Sequence && node.IsScalar ? node.Text : node.Name;

    private static SpecDocument Parse(JsonNode json) => SpecDocument.Parse("mutated", json.ToJsonString());

    /// <summary>Returns all descendants of a node.</summary>
    public static IEnumerable<SpecNode> Nodes(SpecNode node) => node.Children.SelectMany(child => Nodes(child).Prepend(child));
}
