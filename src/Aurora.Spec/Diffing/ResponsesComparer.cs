using Aurora.Spec.Documents;

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
            if (old.Side.Resolve(status) is { } before && current.Side.Resolve(now![status.Name]) is { } after)
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
