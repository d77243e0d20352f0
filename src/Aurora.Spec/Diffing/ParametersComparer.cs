using Aurora.Spec.CSharp;

namespace Aurora.Spec.Diffing;

/// <summary>The parameters of an operation, paired by place and name; those of a path by their order in it.</summary>
internal sealed class ParametersComparer(DiffContext context, Operation old, Operation current)
{
    private static readonly StringComparer HeaderNames = StringComparer.OrdinalIgnoreCase;

    public void Compare()
    {
        var pairs = Pair();
        foreach (var (was, now) in pairs)
            new ParameterComparer(context, current, was, now).Compare();
        foreach (var gone in old.Parameters.Where(parameter => pairs.All(pair => pair.Old.Node != parameter.Node)))
            Remove(gone);
        foreach (var added in current.Parameters.Where(parameter => pairs.All(pair => pair.Current.Node != parameter.Node)))
            Add(added);
        CompareOrder(pairs);
        context.Cover(old.Node["parameters"], current.Node["parameters"]);
    }

    private List<(Parameter Old, Parameter Current)> Pair()
    {
        var pairs = new List<(Parameter, Parameter)>();
        foreach (var was in old.Parameters)
        {
            var now = was.In == "path"
                ? current.Parameters.FirstOrDefault(parameter => parameter.In == "path" && Position(current, parameter) == Position(old, was))
                : current.Parameters.FirstOrDefault(parameter => parameter.In == was.In
                    && (was.In == "header" ? HeaderNames.Equals(parameter.Name, was.Name) : parameter.Name == was.Name));
            if (now is not null)
                pairs.Add((was, now));
        }

        return pairs;
    }

    private static int Position(Operation operation, Parameter parameter) =>
        operation.Path.Name.Split('/').ToList().IndexOf($"{{{parameter.Name}}}");

    private void Remove(Parameter gone) => context.Report(
        PathsComparer.HowItWent(gone.Node, context.Today) == "with-deprecation" ? "request-parameter-removed-with-deprecation" : "request-parameter-removed",
        gone.Site, null, $"{gone.Name} in {gone.In}", "", $"{current.Title} → {gone.Name}",
        CSharpEffect.Breaks($"{current.Subject} loses the parameter `{gone.CSharpName}`{gone.InlineType}"));

    private void Add(Parameter added) => context.Report(
        added.In == "path" ? "new-request-path-parameter" : added.IsRequired ? "new-required-request-parameter" : "new-optional-request-parameter",
        null, added.Site, "", $"{added.Name} in {added.In}", $"{current.Title} → {added.Name}",
        CSharpEffect.Breaks($"{current.Subject} gains the {(added.IsRequired ? "required " : "")}parameter `{added.Type} {added.CSharpName}`{added.InlineType}"));

    // In C# those that have to be given come first.
    private void CompareOrder(List<(Parameter Old, Parameter Current)> pairs)
    {
        var was = Ordered(pairs.Select(pair => pair.Old)).ToList();
        var now = Ordered(pairs.Select(pair => pair.Current)).Select(parameter => pairs.First(pair => pair.Current == parameter).Old).ToList();
        if (was.SequenceEqual(now))
            return;
        context.Report(
            "request-parameters-reordered", old.Node["parameters"], current.Node["parameters"], Names(was), Names(now), current.Title,
            CSharpEffect.Breaks($"{current.Subject} takes its parameters in another order"));
    }

    private static IEnumerable<Parameter> Ordered(IEnumerable<Parameter> parameters) => parameters.OrderBy(parameter => parameter.IsRequired ? 0 : 1);

    private static string Names(IEnumerable<Parameter> parameters) => string.Join(", ", parameters.Select(parameter => parameter.Name));
}
