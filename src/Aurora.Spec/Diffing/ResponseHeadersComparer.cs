using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>Compares the headers of a response, whose names are not case-sensitive.</summary>
internal sealed class ResponseHeadersComparer(DiffContext context)
{
    public void Compare(SpecNode? old, SpecNode? current, string where)
    {
        var was = ByName(old);
        var now = ByName(current);
        foreach (var (name, header) in was.Where(pair => !now.ContainsKey(pair.Key)))
            context.Report($"{(IsRequired(context.Old, header) ? "required" : "optional")}-response-header-removed", header, null, name, "", $"{where} → {name}");
        foreach (var (name, header) in now.Where(pair => !was.ContainsKey(pair.Key)))
            context.Report("response-header-added", null, header, "", name, $"{where} → {name}");
        foreach (var (name, header) in was.Where(pair => now.ContainsKey(pair.Key)))
            CompareHeader(header, now[name], $"{where} → {name}");
        if (was.Keys.Any(now.ContainsKey) is false)
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
            context.Report($"response-header-became-{(IsRequired(context.Current, current) ? "required" : "optional")}", was["required"], now["required"], where);
        new SchemaComparer(context).Compare(was["schema"], now["schema"], new SchemaPlace("response-header", where) { IsText = true });
        RemainderComparer.Compare(context, was, now);
        context.Cover(old, current);
    }

    private static bool IsRequired(Side side, SpecNode header) => side.Resolve(header)?["required"]?.Text == "true";

    private static Dictionary<string, SpecNode> ByName(SpecNode? headers) =>
        headers?.Children.DistinctBy(header => header.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(header => header.Name, StringComparer.OrdinalIgnoreCase) ?? [];
}
