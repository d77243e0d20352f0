namespace Aurora.Spec.Diffing;

/// <summary>Compares the parameters of an operation, matched by location and name, or by position in the path.</summary>
internal sealed class ParametersComparer(DiffContext context, Operation old, Operation current)
{
    public void Compare()
    {
        var parameters = ListPairing.Pair(old.Parameters, current.Parameters, [IsSame]);
        foreach (var (was, now) in parameters.Matched)
            new ParameterComparer(context, current, was, now).Compare();
        foreach (var gone in parameters.Removed)
            context.Report(RemovalOf(gone), gone.Site, null, $"{gone.Name} in {gone.In}", "", $"{current.Title} → {gone.Name}");
        foreach (var added in parameters.Added)
            context.Report(AdditionOf(added), null, added.Site, "", $"{added.Name} in {added.In}", $"{current.Title} → {added.Name}");
        CompareOrder(parameters.Matched);
        context.Cover(old.Node["parameters"], current.Node["parameters"]);
    }

    private bool IsSame(Parameter was, Parameter now) => was.In == now.In && was.In switch
    {
        "path" => Position(old, was) == Position(current, now),
        "header" => was.Name.Equals(now.Name, StringComparison.OrdinalIgnoreCase),
        _ => was.Name == now.Name,
    };

    private static int Position(Operation operation, Parameter parameter) =>
        operation.Path.Name.Split('/').ToList().FindIndex(segment => segment.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal));

    private string RemovalOf(Parameter gone) => Sunset.RemovalOf(gone.Node, context.Today) switch
    {
        "without-deprecation" => "request-parameter-removed",
        var how => $"request-parameter-removed-{how}",
    };

    private static string AdditionOf(Parameter added) =>
        added.In == "path" ? "new-request-path-parameter" : added.IsRequired ? "new-required-request-parameter" : "new-optional-request-parameter";

    // The order does not matter on the wire, but it is the order of a method's parameters.
    private void CompareOrder(IReadOnlyList<(Parameter Old, Parameter Current)> pairs)
    {
        var was = pairs.Select(pair => pair.Current).ToList();
        var now = current.Parameters.Where(was.Contains).ToList();
        if (!was.SequenceEqual(now))
            context.Report("request-parameters-reordered", old.Node["parameters"] ?? old.Node, current.Node["parameters"] ?? current.Node, Names(was), Names(now), current.Title);
    }

    private static string Names(IEnumerable<Parameter> parameters) => string.Join(", ", parameters.Select(parameter => parameter.Name));
}

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
