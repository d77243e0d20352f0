using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>Compares the request body of an operation.</summary>
internal sealed class RequestBodyComparer(DiffContext context, Operation old, Operation current)
{
    private readonly string _where = $"{current.Title} → body";

    public void Compare()
    {
        var was = old.Side.Resolve(old.Node["requestBody"]);
        var now = current.Side.Resolve(current.Node["requestBody"]);
        if (was is not null && now is not null)
        {
            CompareRequired(was, now);
            new MediaTypesComparer(context, new SchemaPlace("request-body", _where)).Compare(was["content"], now["content"]);
            RemainderComparer.Compare(context, was, now);
        }
        else if (was is not null)
        {
            context.Report("request-body-removed", old.Node["requestBody"], null, "a body", "none", _where);
        }
        else if (now is not null)
        {
            context.Report(IsRequired(now) ? "request-body-added-required" : "request-body-added-optional", null, current.Node["requestBody"], "none", "a body", _where);
        }
    }

    private void CompareRequired(SpecNode was, SpecNode now)
    {
        if (IsRequired(was) != IsRequired(now))
            context.Report(
                IsRequired(now) ? "request-body-became-required" : "request-body-became-optional", was["required"], now["required"], Word(was), Word(now), _where);
        else
            context.Cover(was["required"], now["required"]);

        static string Word(SpecNode body) => IsRequired(body) ? "required" : "optional";
    }

    private static bool IsRequired(SpecNode body) => body["required"]?.Text == "true";
}
