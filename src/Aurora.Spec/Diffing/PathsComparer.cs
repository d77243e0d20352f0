using System.Globalization;
using System.Text.RegularExpressions;
using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;
using Aurora.Spec.Validation;

namespace Aurora.Spec.Diffing;

/// <summary>Paths and their operations: which came, which went. A path whose parameters have other names is the same path.</summary>
internal sealed partial class PathsComparer(DiffContext context)
{
    // Operations of the same name at another place: their methods stay.
    private readonly Dictionary<string, Operation> _moved = OperationsOf(context.Current)
        .Where(operation => operation.Id.Length > 0)
        .DistinctBy(operation => operation.Id)
        .Join(OperationsOf(context.Old), now => now.Id, was => was.Id, (now, was) => (Now: now, Was: was))
        .Where(pair => Template(pair.Now.Path) != Template(pair.Was.Path) || pair.Now.Node.Name != pair.Was.Node.Name)
        .DistinctBy(pair => pair.Now.Id)
        .ToDictionary(pair => pair.Now.Id, pair => pair.Now);

    public void Compare()
    {
        var was = ByTemplate(context.Old);
        var now = ByTemplate(context.Current);
        foreach (var (template, path) in was)
        {
            if (now.TryGetValue(template, out var same))
                ComparePath(path, same);
            else
                RemovePath(path);
        }

        foreach (var path in now.Where(pair => !was.ContainsKey(pair.Key)).Select(pair => pair.Value))
        {
            var operations = OperationsOf(path, context.Current).ToList();
            operations.ForEach(Add);
            if (operations.Count > 0)
                context.Cover(path);
        }
    }

    private void ComparePath(SpecNode was, SpecNode now)
    {
        var old = context.Old.Resolve(was) ?? was;
        var current = context.Current.Resolve(now) ?? now;
        foreach (var method in SpecOperations.Methods)
        {
            if (old[method] is { } before && current[method] is { } after)
                new OperationComparer(context, new Operation(context.Old, was, before), new Operation(context.Current, now, after)).Compare();
            else if (old[method] is { } gone)
                Remove(new Operation(context.Old, was, gone), "api");
            else if (current[method] is { } added)
                Add(new Operation(context.Current, now, added));
        }

        // What is said here is said of each operation, and has been compared there.
        context.Cover(old["parameters"], current["parameters"]);
        new ServerComparer(context).Compare(old["servers"], current["servers"], now.Name);
        if (was.Name != now.Name)
        {
            // Under another name its counterpart would not be found; the parameters' own comparison tells of the names.
            RemainderComparer.Compare(context, old, current);
            context.Cover(was, now);
        }
    }

    private void RemovePath(SpecNode path)
    {
        var operations = OperationsOf(path, context.Old).ToList();
        operations.ForEach(operation => Remove(operation, "api-path"));
        if (operations.Count > 0)
            context.Cover(path);
    }

    private void Remove(Operation operation, string prefix)
    {
        var effect = CSharpEffect.Breaks($"method `{operation.PublicMethod}` removed");
        if (_moved.TryGetValue(operation.Id, out var now))
        {
            // Its method stays, and may have changed on the way.
            new OperationComparer(context, operation, now).Compare();
            RemainderComparer.Compare(context, operation.Node, now.Node);
            effect = Moved(now);
        }

        context.Report(
            $"{prefix}-removed-{HowItWent(operation.Node, context.Today)}", operation.Node, null, operation.Title, now?.Title ?? "", operation.Title, effect);
    }

    private void Add(Operation operation) => context.Report(
        "endpoint-added", null, operation.Node, "", operation.Title, operation.Title,
        _moved.ContainsKey(operation.Id) ? Moved(operation) : CSharpEffect.Adds($"method `{operation.Method}` added"));

    private static CSharpEffect Moved(Operation now) => CSharpEffect.Touches(CSharpNames.IsFinishedByHand(now.Id)
        ? $"method `{now.PublicMethod}` asks at the new place; constant `AuroraApi.ListPath`, written by hand, has to follow"
        : $"method `{now.PublicMethod}` asks at the new place");

    /// <summary>A removal is announced by <c>deprecated</c>, and by a day in <c>x-sunset</c> where there is one.</summary>
    public static string HowItWent(SpecNode node, DateOnly today)
    {
        if (node["deprecated"] is not { Kind: SpecNodeKind.Boolean, Text: "true" })
            return "without-deprecation";
        return node["x-sunset"] is { } sunset
            && DateOnly.TryParseExact(sunset.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && today < day
            ? "before-sunset"
            : "with-deprecation";
    }

    /// <summary>Every operation of a document, in its order.</summary>
    public static IEnumerable<Operation> OperationsOf(Side side) => side.Root["paths"]?.Children.SelectMany(path => OperationsOf(path, side)) ?? [];

    private static IEnumerable<Operation> OperationsOf(SpecNode path, Side side) =>
        SpecOperations.Of(side.Document, path).Select(node => new Operation(side, path, node));

    private static Dictionary<string, SpecNode> ByTemplate(Side side) =>
        side.Root["paths"]?.Children.Where(path => path.Name.StartsWith('/')).DistinctBy(Template).ToDictionary(Template) ?? [];

    private static string Template(SpecNode path) => Parameter().Replace(path.Name, "{}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
