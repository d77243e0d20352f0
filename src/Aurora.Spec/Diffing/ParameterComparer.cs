using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>One parameter on both sides.</summary>
internal sealed class ParameterComparer(DiffContext context, Operation operation, Parameter old, Parameter current)
{
    private readonly string _where = $"{operation.Title} → {current.Name}";
    private readonly string _subject = $"parameter `{current.CSharpName}` of `{operation.Method}`";

    public void Compare()
    {
        context.Name(old.Node, _subject);
        context.Name(current.Node, _subject);
        CompareName();
        CompareRequired();
        CompareEncoding();
        CompareDeprecation();
        new SchemaComparer(context).Compare(
            old.SchemaNode, current.SchemaNode,
            new SchemaPlace("request-parameter", _where, _subject, InlineNames.Both(CSharpNames.Pascal(current.Name)), Slot.Parameter, old.IsRequired, current.IsRequired));
        // The specification's own keys are done; what else a parameter says is compared as it stands.
        foreach (var key in (string[])["in", "content"])
            RemainderComparer.Compare(context, old.Node[key], current.Node[key]);
        RemainderComparer.Compare(context, old.Node, current.Node);
    }

    private void CompareName()
    {
        if (old.Name != current.Name)
            context.Report("request-parameter-renamed", old.Node["name"], current.Node["name"], _where,
                old.CSharpName == current.CSharpName ? CSharpEffect.None : CSharpEffect.Breaks($"parameter `{old.CSharpName}` of `{operation.Method}` renamed: `{current.CSharpName}`"));
    }

    private void CompareRequired()
    {
        if (old.IsRequired == current.IsRequired)
        {
            context.Cover(old.Node["required"], current.Node["required"]);
            return;
        }

        context.Report(
            current.IsRequired ? "request-parameter-became-required" : "request-parameter-became-optional",
            old.Node["required"], current.Node["required"], Word(old.IsRequired), Word(current.IsRequired), _where,
            CSharpEffect.Breaks(old.Type == current.Type
                ? $"{_subject} {(current.IsRequired ? "has to be given" : "may be left out")}"
                : $"{_subject}: `{old.Type}` → `{current.Type}`"));

        static string Word(bool isRequired) => isRequired ? "required" : "optional";
    }

    private void CompareEncoding()
    {
        if (old.HoldsSeveral && current.HoldsSeveral)
        {
            if (old.Style != current.Style)
                context.Report("request-parameter-style-changed", old.Node["style"], current.Node["style"], old.Style, current.Style, _where, CSharpEffect.Touches($"{_subject} is written another way"));
            else if (old.Explodes != current.Explodes)
                context.Report("request-parameter-explode-changed", old.Node["explode"], current.Node["explode"], Text(old.Explodes), Text(current.Explodes), _where, CSharpEffect.Touches($"{_subject} is written another way"));
            context.Cover(old.Node["style"], current.Node["style"], old.Node["explode"], current.Node["explode"]);
        }

        static string Text(bool value) => value ? "true" : "false";
    }

    private void CompareDeprecation()
    {
        var was = old.Node["deprecated"];
        var now = current.Node["deprecated"];
        if (was?.Text == "true" != (now?.Text == "true"))
            context.Report(now?.Text == "true" ? "request-parameter-deprecated" : "request-parameter-reactivated", was, now, _where, CSharpEffect.None);
    }
}
