using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>What an operation is sent.</summary>
internal sealed class RequestBodyComparer(DiffContext context, Operation old, Operation current)
{
    private readonly string _where = $"{current.Title} → body";
    private readonly string _subject = $"parameter `body` of `{current.Method}`";

    public void Compare()
    {
        var was = old.Side.Resolve(old.Node["requestBody"]);
        var now = current.Side.Resolve(current.Node["requestBody"]);
        if (was is not null && now is not null)
        {
            var place = new SchemaPlace("request-body", _where, _subject, InlineNames.Both("Body"), Slot.Parameter, IsRequired(was), IsRequired(now));
            CompareRequired(was, now, place);
            new MediaTypesComparer(context, place).Compare(was["content"], now["content"]);
            RemainderComparer.Compare(context, was, now);
        }
        else if (was is not null)
        {
            context.Report("request-body-removed", old.Node["requestBody"], null, "a body", "none", _where, CSharpEffect.Breaks($"{current.Subject} loses the parameter `body`"));
        }
        else if (now is not null)
        {
            context.Report(
                IsRequired(now) ? "request-body-added-required" : "request-body-added-optional",
                null, current.Node["requestBody"], "none", "a body", _where, CSharpEffect.Breaks($"{current.Subject} gains the parameter `body`"));
        }
    }

    private void CompareRequired(SpecNode was, SpecNode now, SchemaPlace place)
    {
        if (IsRequired(was) != IsRequired(now))
            context.Report(
                IsRequired(now) ? "request-body-became-required" : "request-body-became-optional", was["required"], now["required"],
                Word(was), Word(now), _where, place.TypeEffect(context.Old, old.Side.SchemaOf(Json(was)), context.Current, current.Side.SchemaOf(Json(now))));
        else
            context.Cover(was["required"], now["required"]);

        static string Word(SpecNode body) => IsRequired(body) ? "required" : "optional";
    }

    private static SpecNode? Json(SpecNode body) => body["content"]?.Children.FirstOrDefault(MediaTypesComparer.IsJson)?["schema"];

    private static bool IsRequired(SpecNode body) => body["required"]?.Text == "true";
}
