namespace Aurora.Spec.Diffing;

/// <summary>Compares servers, which a document can declare for itself, for a path, or for an operation.</summary>
internal sealed class ServerComparer(DiffContext context)
{
    public void Compare() => Compare(context.Old.Root["servers"], context.Current.Root["servers"], "servers");

    public void Compare(SpecNode? old, SpecNode? current, string where)
    {
        var was = ByAddress(old);
        var now = ByAddress(current);
        foreach (var (address, server) in was.Where(pair => !now.ContainsKey(pair.Key)))
            context.Report("api-server-removed", server, null, address, "", where);
        foreach (var (address, server) in now.Where(pair => !was.ContainsKey(pair.Key)))
            context.Report("api-server-added", null, server, "", address, where);
        // The first server is the default, so RemainderComparer must report another order.
        if (was.Keys.SequenceEqual(now.Keys))
            return;
        foreach (var (address, server) in was.Where(pair => now.ContainsKey(pair.Key)))
            RemainderComparer.Compare(context, server, now[address]);
        if (was.Keys.Except(now.Keys).Concat(now.Keys.Except(was.Keys)).Any())
            context.Cover(old, current);
    }

    private static Dictionary<string, SpecNode> ByAddress(SpecNode? servers) =>
        servers?.Children.DistinctBy(Address).ToDictionary(Address) ?? [];

    private static string Address(SpecNode server) => server["url"]?.Text ?? "";
}
