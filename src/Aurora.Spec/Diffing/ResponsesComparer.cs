namespace Aurora.Spec.Diffing;

/// <summary>Compares the responses of an operation, matched by status.</summary>
internal sealed class ResponsesComparer(DiffContext context, Operation old, Operation current)
{
    public void Compare()
    {
        var was = old.Node["responses"];
        var now = current.Node["responses"];
        foreach (var gone in was?.Children.Where(status => now?[status.Name] is null) ?? [])
            context.Report($"response-{Kind(gone)}-status-removed", gone, null, gone.Name, "", Where(gone));
        foreach (var added in now?.Children.Where(status => was?[status.Name] is null) ?? [])
            context.Report($"response-{Kind(added)}-status-added", null, added, "", added.Name, Where(added));
        foreach (var status in was?.Children.Where(status => now?[status.Name] is not null) ?? [])
        {
            if (old.Document.Resolve(status) is { } before && current.Document.Resolve(now![status.Name]) is { } after)
                CompareResponse(before, after, status);
        }
    }

    private void CompareResponse(SpecNode was, SpecNode now, SpecNode status)
    {
        context.Locate(was, Where(status));
        context.Locate(now, Where(status));
        new ResponseHeadersComparer(context).Compare(was["headers"], now["headers"], Where(status));
        new MediaTypesComparer(context, new SchemaPlace("response-body", Where(status))).Compare(was["content"], now["content"]);
        RemainderComparer.Compare(context, was, now);
    }

    private string Where(SpecNode status) => $"{current.Title} → {status.Name}";

    private static string Kind(SpecNode status) => status.Name.StartsWith('2') ? "success" : "non-success";
}

/// <summary>Compares the headers of a response, whose names are not case-sensitive.</summary>
internal sealed class ResponseHeadersComparer(DiffContext context)
{
    public void Compare(SpecNode? old, SpecNode? current, string where)
    {
        var was = ByName(old);
        var now = ByName(current);
        foreach (var (name, header) in was.Where(pair => !now.ContainsKey(pair.Key)))
            context.Report($"{DiffContext.Requirement(IsRequired(context.Old, header))}-response-header-removed", header, null, name, "", $"{where} → {name}");
        foreach (var (name, header) in now.Where(pair => !was.ContainsKey(pair.Key)))
            context.Report("response-header-added", null, header, "", name, $"{where} → {name}");
        foreach (var (name, header) in was.Where(pair => now.ContainsKey(pair.Key)))
            CompareHeader(header, now[name], $"{where} → {name}");
        if (!was.Keys.Any(now.ContainsKey))
            context.Cover(old, current);
    }

    private void CompareHeader(SpecNode old, SpecNode current, string where)
    {
        var was = context.Old.Resolve(old) ?? old;
        var now = context.Current.Resolve(current) ?? current;
        if (old.Name != current.Name)
            context.ReportAt("document-changed", old, current, old.Name, current.Name, where);
        context.Locate(was, where);
        context.Locate(now, where);
        if (IsRequired(context.Old, old) != IsRequired(context.Current, current))
            context.Report($"response-header-became-{DiffContext.Requirement(IsRequired(context.Current, current))}", was["required"], now["required"], where);
        new SchemaComparer(context).Compare(was["schema"], now["schema"], new SchemaPlace("response-header", where) { IsText = true });
        RemainderComparer.Compare(context, was, now);
        context.Cover(old, current);
    }

    private static bool IsRequired(SpecDocument document, SpecNode header) => document.Resolve(header)?["required"]?.Text == "true";

    private static Dictionary<string, SpecNode> ByName(SpecNode? headers) =>
        headers?.Children.DistinctBy(header => header.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(header => header.Name, StringComparer.OrdinalIgnoreCase) ?? [];
}
