using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>What comes back from an operation, status by status.</summary>
internal sealed class ResponsesComparer(DiffContext context, Operation old, Operation current)
{
    public void Compare()
    {
        var was = old.Node["responses"];
        var now = current.Node["responses"];
        var effect = CSharpEffect.Type($"result of `{current.PublicMethod}`", Result(old), Result(current));
        foreach (var gone in was?.Children.Where(status => now?[status.Name] is null) ?? [])
            context.Report($"response-{Kind(gone)}-status-removed", gone, null, gone.Name, "", Where(gone), IsSuccess(gone) ? effect : CSharpEffect.None);
        foreach (var added in now?.Children.Where(status => was?[status.Name] is null) ?? [])
            context.Report($"response-{Kind(added)}-status-added", null, added, "", added.Name, Where(added), IsSuccess(added) ? effect : CSharpEffect.None);
        foreach (var status in was?.Children.Where(status => now?[status.Name] is not null) ?? [])
        {
            if (old.Side.Resolve(status) is { } before && current.Side.Resolve(now![status.Name]) is { } after)
                CompareResponse(before, after, status);
        }
    }

    private void CompareResponse(SpecNode was, SpecNode now, SpecNode status)
    {
        context.Name(was, $"method `{old.PublicMethod}`");
        context.Name(now, $"method `{current.PublicMethod}`");
        new ResponseHeadersComparer(context).Compare(was["headers"], now["headers"], Where(status));
        var isResult = Success(old) == status && Success(current)?.Name == status.Name;
        new MediaTypesComparer(context, new SchemaPlace(
            "response-body", Where(status), $"result of `{current.PublicMethod}`", InlineNames.Both("Response"), isResult ? Slot.Result : Slot.Nothing, true, true))
            .Compare(was["content"], now["content"]);
        RemainderComparer.Compare(context, was, now);
    }

    private string Where(SpecNode status) => $"{current.Title} → {status.Name}";

    private static string Kind(SpecNode status) => IsSuccess(status) ? "success" : "non-success";

    private static bool IsSuccess(SpecNode status) => status.Name.StartsWith('2');

    // The one whose body the generator makes the method's result.
    private static SpecNode? Success(Operation operation)
    {
        var responses = operation.Node["responses"];
        return responses?["200"] ?? responses?.Children.FirstOrDefault(IsSuccess) ?? responses?["default"];
    }

    private static string Result(Operation operation)
    {
        var content = operation.Side.Resolve(Success(operation))?["content"];
        var schema = content?.Children.FirstOrDefault(MediaTypesComparer.IsJson)?["schema"];
        return schema is null ? "nothing" : operation.Side.Types.OfResult(operation.Side.SchemaOf(schema), InlineNames.Both("Response"));
    }
}
