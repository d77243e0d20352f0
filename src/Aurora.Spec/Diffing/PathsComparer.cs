namespace Aurora.Spec.Diffing;

/// <summary>Compares paths and their operations. Two paths are the same if they differ only in the names of their parameters.</summary>
internal sealed partial class PathsComparer(DiffContext context)
{
    private readonly Dictionary<string, Operation> _moved = MovedOperations(context);

    public void Compare()
    {
        var was = ByTemplate(context.Old);
        var now = ByTemplate(context.Current);
        foreach (var (template, paths) in was)
            ComparePaths(paths, now.GetValueOrDefault(template, []));
        foreach (var (_, paths) in now.Where(pair => !was.ContainsKey(pair.Key)))
            ComparePaths([], paths);
    }

    // A document can contain one path in several spellings, each with different operations.
    private void ComparePaths(List<SpecNode> was, List<SpecNode> now)
    {
        var paths = ListPairing.Pair(was, now, [(one, other) => one.Name == other.Name, (_, _) => true]);
        foreach (var pair in paths.Matched)
            ComparePath(pair.Old, pair.Current);

        var operations = ListPairing.Pair(
            [.. was.SelectMany(path => OperationsOf(path, context.Old))], [.. now.SelectMany(path => OperationsOf(path, context.Current))],
            [(one, other) => one.Method == other.Method && one.Path.Name == other.Path.Name, (one, other) => one.Method == other.Method]);
        foreach (var (old, current) in operations.Matched)
            CompareOperation(old, current);
        foreach (var gone in operations.Removed)
            Remove(gone, now.Count == 0 ? "api-path" : "api");
        foreach (var added in operations.Added)
            context.Report("endpoint-added", null, added.Node, "", added.Title, added.Title);

        foreach (var path in paths.Removed.Where(path => operations.Removed.Any(operation => operation.Path == path)))
            context.Cover(path);
        foreach (var path in paths.Added.Where(path => operations.Added.Any(operation => operation.Path == path)))
            context.Cover(path);
    }

    private void ComparePath(SpecNode was, SpecNode now)
    {
        var old = context.Old.Resolve(was) ?? was;
        var current = context.Current.Resolve(now) ?? now;
        // The parameters of a path are compared with those of each operation.
        context.Cover(old["parameters"], current["parameters"]);
        new ServerComparer(context).Compare(old["servers"], current["servers"], now.Name);
        if (was.Name == now.Name)
            return;
        foreach (var key in old.Children.Concat(current.Children).Select(child => child.Name).Where(key => !SpecOperations.IsMethod(key)).Distinct().ToList())
            RemainderComparer.Compare(context, old[key], current[key]);
        context.Cover(was, now);
    }

    private void CompareOperation(Operation old, Operation current)
    {
        new OperationComparer(context, old, current).Compare();
        if (old.Path.Name == current.Path.Name && old.Method == current.Method)
            return;
        RemainderComparer.Compare(context, old.Node, current.Node);
        context.Cover(old.Node, current.Node);
    }

    private void Remove(Operation operation, string prefix)
    {
        // An operation can move to another path and change at the same time.
        if (_moved.TryGetValue(operation.Id, out var now))
            CompareOperation(operation, now);
        context.Report($"{prefix}-removed-{Sunset.RemovalOf(operation.Node, context.Today)}", operation.Node, null, operation.Title, now?.Title ?? "", operation.Title);
    }

    private static Dictionary<string, Operation> MovedOperations(DiffContext context) => OperationsOf(context.Current)
        .Where(operation => operation.Id.Length > 0)
        .DistinctBy(operation => operation.Id)
        .Join(OperationsOf(context.Old), now => now.Id, was => was.Id, (now, was) => (Now: now, Was: was))
        .Where(pair => Template(pair.Now.Path) != Template(pair.Was.Path) || pair.Now.Method != pair.Was.Method)
        .DistinctBy(pair => pair.Now.Id)
        .ToDictionary(pair => pair.Now.Id, pair => pair.Now);

    public static IEnumerable<Operation> OperationsOf(SpecDocument document) => document.Root["paths"]?.Children.SelectMany(path => OperationsOf(path, document)) ?? [];

    private static IEnumerable<Operation> OperationsOf(SpecNode path, SpecDocument document) =>
        SpecOperations.Of(document, path).Select(node => new Operation(document, path, node));

    private static Dictionary<string, List<SpecNode>> ByTemplate(SpecDocument document) =>
        document.Root["paths"]?.Children.Where(path => path.Name.StartsWith('/')).GroupBy(Template).ToDictionary(group => group.Key, group => group.ToList()) ?? [];

    private static string Template(SpecNode path) => Parameter().Replace(path.Name, "{}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
