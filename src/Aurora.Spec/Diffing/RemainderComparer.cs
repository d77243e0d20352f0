namespace Aurora.Spec.Diffing;

/// <summary>
/// Compares everything that no other comparer has covered: texts, examples, extensions, and unknown keys. It guarantees that
/// every difference is reported.
/// </summary>
internal static class RemainderComparer
{
    public static void Compare(DiffContext context, SpecNode? old, SpecNode? current)
    {
        if (context.IsCovered(old) || context.IsCovered(current) || (old is null && current is null))
            return;
        if (old is null || current is null || old.Kind != current.Kind || old.IsScalar)
        {
            if (!ImpliedValue.AreSame(old, current))
                Report(context, old, current);
        }
        else if (old.Kind == SpecNodeKind.Mapping)
        {
            foreach (var child in old.Children)
                Compare(context, child, Counterpart(context, child, current));
            foreach (var child in current.Children.Where(child => old[child.Name] is null && !IsNewName(context, child)))
                Compare(context, null, child);
        }
        else if (old.Children.Count == current.Children.Count && !IsSetOfValues(old))
        {
            foreach (var (was, now) in old.Children.Zip(current.Children))
                Compare(context, was, now);
        }
        else if (!SpecNode.SameValue(old, current))
        {
            Report(context, old, current);
        }
    }

    private static bool IsSetOfValues(SpecNode sequence) => sequence.Children.All(item => item.IsScalar);

    private static SpecNode? Counterpart(DiffContext context, SpecNode child, SpecNode current) =>
        current[IsSchema(child) ? context.Renames.CurrentByOld.GetValueOrDefault(child.Name, child.Name) : child.Name];

    private static bool IsNewName(DiffContext context, SpecNode child) => IsSchema(child) && context.Renames.IsNewName(child.Name);

    private static bool IsSchema(SpecNode node) => node.Parent is { Name: "schemas", Parent.Name: "components" };

    private static void Report(DiffContext context, SpecNode? old, SpecNode? current)
    {
        var node = (current ?? old)!;
        var where = context.PlaceOf(current) ?? context.PlaceOf(old) ?? node.Pointer;
        if (node.Name == "$ref" && IsRenameOnly(context, old, current))
            return;
        if (!IsText(node))
            context.Report(RuleOf(node), old, current, where);
        else if (ProseLimitComparer.Compare(context, old, current, where))
            context.Report("description-changed", old, current, where);
        else
            context.Cover(old, current);
    }

    private static bool IsText(SpecNode node) => node.IsScalar && node.Name is "description" or "summary" or "title" && !IsNamedByTheDocument(node);

    // A property may be called "description".
    private static bool IsNamedByTheDocument(SpecNode node) => node.Parent?.Name is "properties" or "schemas" or "example" or "examples";

    private static string RuleOf(SpecNode node)
    {
        for (var at = node; at?.Parent is { Name: not ("properties" or "schemas") }; at = at.Parent)
        {
            if (at.Name.StartsWith("x-", StringComparison.Ordinal))
                return "extension-changed";
            if (at.Name is "example" or "examples" or "externalDocs")
                return "example-changed";
        }

        return node.Name is "multipleOf" or "uniqueItems" or "not" or "additionalProperties" or "maxProperties" or "minProperties" or "allowEmptyValue" or "allowReserved"
            ? "constraint-changed"
            : "document-changed";
    }

    private static bool IsRenameOnly(DiffContext context, SpecNode? old, SpecNode? current) =>
        old is not null && current is not null
        && context.Renames.CurrentByOld.GetValueOrDefault(LastToken(old.Text)) == LastToken(current.Text);

    private static string LastToken(string pointer) => pointer[(pointer.LastIndexOf('/') + 1)..];
}

/// <summary>The values that apply where a document does not state them, so that writing one out changes nothing.</summary>
internal static class ImpliedValue
{
    private static readonly HashSet<string> FalseByDefault =
    [
        "allowEmptyValue", "allowReserved", "deprecated", "exclusiveMaximum", "exclusiveMinimum", "nullable", "readOnly", "required", "uniqueItems", "writeOnly",
    ];

    private static readonly HashSet<string> ZeroByDefault = ["minItems", "minLength", "minProperties"];

    private static readonly HashSet<string> EmptyByDefault = ["allOf", "parameters", "required", "servers", "tags"];

    /// <summary>Returns whether two nodes have the same value, where a missing one has the implied value.</summary>
    public static bool AreSame(SpecNode? old, SpecNode? current) =>
        SpecNode.SameValue(old, current) || ((old is null || IsImplied(old)) && (current is null || IsImplied(current)));

    private static bool IsImplied(SpecNode node) => !IsNameOrData(node) && node.Kind switch
    {
        SpecNodeKind.Boolean => (node.Text == "false" && FalseByDefault.Contains(node.Name)) || (node.Text == "true" && node.Name == "additionalProperties"),
        SpecNodeKind.Number => ZeroByDefault.Contains(node.Name) && SpecNumber.Same(node.Text, "0"),
        SpecNodeKind.Mapping => node.Children.Count == 0 && node.Name == "additionalProperties",
        SpecNodeKind.Sequence => node.Children.Count == 0 && EmptyByDefault.Contains(node.Name),
        SpecNodeKind.Text => IsDefaultStyle(node),
        _ => false,
    };

    private static bool IsDefaultStyle(SpecNode node) =>
        node.Name == "style" && node.Text == (node.Parent?["in"]?.Text is "query" or "cookie" ? "form" : "simple");

    private static bool IsNameOrData(SpecNode node) => SpecContext.HoldsNames(node.Parent) || node.SelfAndAncestors().Any(SpecContext.IsData);
}
