using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>Servers, wherever a document may name them: for all, for a path, for an operation.</summary>
internal sealed class ServerComparer(DiffContext context)
{
    private static readonly CSharpEffect Effect =
        CSharpEffect.Touches("constant `AuroraApi.DefaultBaseAddress`, written by hand, has to be looked at");

    public void Compare()
    {
        Compare(context.Old.Root["servers"], context.Current.Root["servers"], "servers");
    }

    public void Compare(SpecNode? old, SpecNode? current, string where)
    {
        var was = ByAddress(old);
        var now = ByAddress(current);
        foreach (var (address, server) in was.Where(pair => !now.ContainsKey(pair.Key)))
            context.Report("api-server-removed", server, null, address, "", where, Effect);
        foreach (var (address, server) in now.Where(pair => !was.ContainsKey(pair.Key)))
            context.Report("api-server-added", null, server, "", address, where, Effect);
        foreach (var (address, server) in was.Where(pair => now.ContainsKey(pair.Key)))
            RemainderComparer.Compare(context, server, now[address]);
        context.Cover(old, current);
    }

    private static Dictionary<string, SpecNode> ByAddress(SpecNode? servers) =>
        servers?.Children.DistinctBy(Address).ToDictionary(Address) ?? [];

    private static string Address(SpecNode server) => server["url"]?.Text ?? "";
}
