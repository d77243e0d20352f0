namespace Aurora.Spec.Diffing;

/// <summary>Compares one parameter.</summary>
internal sealed class ParameterComparer(DiffContext context, Operation operation, Parameter old, Parameter current)
{
    private static readonly DeprecationRules Rules = new(
        "request-parameter-deprecated", "request-parameter-deprecated", "request-parameter-reactivated",
        "request-parameter-sunset-deleted", "request-parameter-sunset-date-changed-too-small", "request-parameter-sunset-parse");

    private readonly string _where = $"{operation.Title} → {current.Name}";

    public void Compare()
    {
        context.Locate(old.Node, _where);
        context.Locate(current.Node, _where);
        CompareName();
        context.CompareRequired("request-parameter", old.IsRequired, current.IsRequired, old.Node, current.Node, _where);
        CompareSerialization();
        new DeprecationComparer(context, Rules).Compare(old.Node, current.Node, _where);
        new SchemaComparer(context).Compare(
            old.SchemaNode, current.SchemaNode,
            new SchemaPlace("request-parameter", _where) { WasRequired = old.IsRequired, IsRequired = current.IsRequired, IsText = true, TakesLists = current is { Style: "form", Explodes: true } });
        foreach (var key in (string[])["in", "content"])
            RemainderComparer.Compare(context, old.Node[key], current.Node[key]);
        RemainderComparer.Compare(context, old.Node, current.Node);
    }

    private void CompareName()
    {
        if (old.Name == current.Name)
            return;
        // HTTP compares the names of headers without regard to case.
        var isSame = current.In == "header" && old.Name.Equals(current.Name, StringComparison.OrdinalIgnoreCase);
        context.Report(isSame ? "document-changed" : "request-parameter-renamed", old.Node["name"], current.Node["name"], _where);
    }

    private void CompareSerialization()
    {
        if (!old.HoldsSeveral || !current.HoldsSeveral)
            return;
        if (old.Style != current.Style)
            context.Report("request-parameter-style-changed", old.Node["style"], current.Node["style"], old.Style, current.Style, _where);
        else if (old.Explodes != current.Explodes)
            context.Report("request-parameter-explode-changed", old.Node["explode"], current.Node["explode"], Text(old.Explodes), Text(current.Explodes), _where);
        context.Cover(old.Node["style"], current.Node["style"], old.Node["explode"], current.Node["explode"]);

        static string Text(bool value) => value ? "true" : "false";
    }
}
