namespace Aurora.Spec.Diffing;

/// <summary>Compares one operation: its name, security, parameters, request body, and responses.</summary>
internal sealed class OperationComparer(DiffContext context, Operation old, Operation current)
{
    private static readonly DeprecationRules Rules = new(
        "endpoint-deprecated", "endpoint-deprecated-with-sunset", "endpoint-reactivated", "sunset-deleted", "api-sunset-date-changed-too-small", "api-deprecated-sunset-parse");

    public void Compare()
    {
        context.Locate(old.Node, current.Title);
        context.Locate(current.Node, current.Title);
        CompareId();
        new DeprecationComparer(context, Rules).Compare(old.Node, current.Node, current.Title);
        CompareTags();
        new SecurityComparer(context).Compare(old, current);
        new ServerComparer(context).Compare(old.Node["servers"], current.Node["servers"], current.Title);
        new ParametersComparer(context, old, current).Compare();
        CompareBody();
        new ResponsesComparer(context, old, current).Compare();
    }

    private void CompareId()
    {
        if (old.Id != current.Id)
            context.Report(old.Id.Length == 0 ? "api-operation-id-added" : "api-operation-id-removed", old.Node["operationId"], current.Node["operationId"], current.Title);
    }

    private void CompareTags()
    {
        var was = old.Node["tags"];
        var now = current.Node["tags"];
        var tags = ListPairing.Pair(was?.Children ?? [], now?.Children ?? [], [(one, other) => one.Text == other.Text]);
        foreach (var tag in tags.Removed)
            context.Report("api-tag-removed", tag, null, current.Title);
        foreach (var tag in tags.Added)
            context.Report("api-tag-added", null, tag, current.Title);
        if (tags.IsChanged)
            context.Cover(was, now);
    }

    private void CompareBody()
    {
        var (was, now) = (old.Node["requestBody"], current.Node["requestBody"]);
        var where = $"{current.Title} → body";
        if (old.Document.Resolve(was) is not { } oldBody)
        {
            if (current.Document.Resolve(now) is { } added)
                context.Report($"request-body-added-{DiffContext.Requirement(IsRequired(added))}", null, now, "none", "a body", where);
        }
        else if (current.Document.Resolve(now) is not { } body)
        {
            context.Report("request-body-removed", was, null, "a body", "none", where);
        }
        else
        {
            context.CompareRequired("request-body", IsRequired(oldBody), IsRequired(body), oldBody, body, where);
            new MediaTypesComparer(context, new SchemaPlace("request-body", where)).Compare(oldBody["content"], body["content"]);
            RemainderComparer.Compare(context, oldBody, body);
        }
    }

    private static bool IsRequired(SpecNode body) => body["required"]?.Text == "true";
}

/// <summary>Compares servers, which a document can declare for itself, for a path, or for an operation.</summary>
internal sealed class ServerComparer(DiffContext context)
{
    public void Compare() => Compare(context.Old.Root["servers"], context.Current.Root["servers"], "servers");

    public void Compare(SpecNode? old, SpecNode? current, string where)
    {
        var was = ByAddress(old);
        var now = ByAddress(current);
        foreach (var (address, server) in was.Where(pair => !now.ContainsKey(pair.Key)))
            context.Report("api-server-removed", server, null, address, "", where);
        foreach (var (address, server) in now.Where(pair => !was.ContainsKey(pair.Key)))
            context.Report("api-server-added", null, server, "", address, where);
        // The first server is the default, so RemainderComparer must report another order.
        if (was.Keys.SequenceEqual(now.Keys))
            return;
        foreach (var (address, server) in was.Where(pair => now.ContainsKey(pair.Key)))
            RemainderComparer.Compare(context, server, now[address]);
        if (was.Keys.Except(now.Keys).Concat(now.Keys.Except(was.Keys)).Any())
            context.Cover(old, current);
    }

    private static Dictionary<string, SpecNode> ByAddress(SpecNode? servers) => servers?.Children.DistinctBy(Address).ToDictionary(Address) ?? [];

    private static string Address(SpecNode server) => server["url"]?.Text ?? "";
}
