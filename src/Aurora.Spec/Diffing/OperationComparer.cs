using Aurora.Spec.CSharp;

namespace Aurora.Spec.Diffing;

/// <summary>One operation: its name, its keys, its parameters, what is sent and what comes back.</summary>
internal sealed class OperationComparer(DiffContext context, Operation old, Operation current)
{
    public void Compare()
    {
        context.Name(old.Node, $"method `{old.PublicMethod}`");
        context.Name(current.Node, $"method `{current.PublicMethod}`");
        CompareId();
        CompareDeprecation();
        CompareTags();
        new SecurityComparer(context).CompareRequirements(old.Security, current.Security, "api-security", current.Title);
        new ServerComparer(context).Compare(old.Node["servers"], current.Node["servers"], current.Title);
        new ParametersComparer(context, old, current).Compare();
        new RequestBodyComparer(context, old, current).Compare();
        new ResponsesComparer(context, old, current).Compare();
    }

    private void CompareId()
    {
        if (old.Id == current.Id)
            return;
        if (old.Id.Length == 0)
            context.Report("api-operation-id-added", null, current.Node["operationId"], current.Title, CSharpEffect.Breaks($"method named `{current.Method}`"));
        else
            context.Report("api-operation-id-removed", old.Node["operationId"], current.Node["operationId"], current.Title,
                old.Method == current.Method
                    ? CSharpEffect.None
                    : CSharpEffect.Breaks($"method `{old.PublicMethod}` renamed: `{current.PublicMethod}`"));
    }

    private void CompareDeprecation()
    {
        var was = old.Node["deprecated"];
        var now = current.Node["deprecated"];
        if (was?.Text == "true" == (now?.Text == "true"))
            return;
        var (rule, effect) = now?.Text == "true"
            ? ("endpoint-deprecated", CSharpEffect.Adds($"method `{current.PublicMethod}` is marked obsolete"))
            : ("endpoint-reactivated", CSharpEffect.Touches($"method `{current.PublicMethod}` is no longer marked obsolete"));
        context.Report(rule, was, now, current.Title, effect);
    }

    private void CompareTags()
    {
        var was = old.Node["tags"];
        var now = current.Node["tags"];
        foreach (var tag in was?.Children.Where(tag => now?.Children.Any(other => other.Text == tag.Text) != true) ?? [])
            context.Report("api-tag-removed", tag, null, current.Title, CSharpEffect.None);
        foreach (var tag in now?.Children.Where(tag => was?.Children.Any(other => other.Text == tag.Text) != true) ?? [])
            context.Report("api-tag-added", null, tag, current.Title, CSharpEffect.None);
        context.Cover(was, now);
    }
}
